import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import type { MeetingView } from '@/lib/meetings/loaders/meeting'

type Props = { readonly view: MeetingView }

export async function FactSection({ view: { meeting, units } }: Props) {
  const t = await getTranslations('meetings')
  const given = <Value,>(term: string, value: Value | null | undefined, shown: (value: Value) => ReactNode = (each) => each as ReactNode) =>
    value === null || value === undefined || value === '' ? [] : [{ term, value: shown(value) }]
  const when = meeting.heldOn ?? meeting.plannedOn
  return (
    <Section title={t('facts')}>
      <DescriptionList
        empty="—"
        facts={[
          ...given(t('when'), when, (day) => [localDate(day), [meeting.startsAt, meeting.endsAt].filter(Boolean).join('–')].filter(Boolean).join(' ')),
          ...given(t('place'), meeting.place),
          ...given(t('host'), [meeting.hostName, meeting.hostPost].filter(Boolean).join(' ')),
          { term: t('desk'), value: units[meeting.deskId] },
          ...given(t('coDesk'), meeting.coDeskId, (id) => units[id]),
          ...given(t('opinionsBy'), meeting.opinionsDueOn, localDate),
          ...given(t('recorder'), meeting.recorder),
          ...given(t('proposer'), meeting.proposerId, (id) => units[id]),
          ...given(t('reason'), meeting.reason),
          ...given(t('proposedOn'), meeting.proposedOn, localDate),
          ...given(t('answer'), meeting.answer),
          ...given(t('answeredOn'), meeting.answeredOn, localDate),
        ]}
      />
    </Section>
  )
}

/** What is taken, in order; what is parked is for the desk alone. */
export async function AgendaSection({ view: { meeting, units } }: Props) {
  const t = await getTranslations('meetings')
  const sources = await getTranslations('meeting.values.source')
  if (['proposed', 'refused', 'withdrawn', 'adopted'].includes(meeting.status)) return null
  const shown = meeting.agenda.filter(({ decision }) => meeting.desk || decision === 'take')
  return (
    <Section title={t('agenda')} count={shown.filter(({ decision }) => decision === 'take').length}>
      {shown.length === 0 ? <p className="text-muted">{t('noAgenda')}</p> : (
        <ol className="flex list-decimal flex-col gap-1 pl-6">
          {shown.map(({ title, note, source, decision, ownerId, dueOn }, index) => (
            <li key={index}>
              {title} {source !== 'own' && <Chip>{sources(source)}</Chip>} {decision === 'park' && <Chip>{t('parked')}</Chip>}
              {(ownerId ?? dueOn) && <p className="text-sm text-muted">{[ownerId && units[ownerId], dueOn].filter(Boolean).join(' · ')}</p>}
              {note && <p className="text-sm text-muted">{note}</p>}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

/** 工作报告: for the desks from the beginning, for members with the invitation. */
export async function ReportSection({ view: { meeting } }: Props) {
  const t = await getTranslations('meetings')
  if (!meeting.report) return null
  return (
    <Section title={t('report')} {...(meeting.reportOn ? { note: `${t('reportOn')} ${localDate(meeting.reportOn)}` } : {})}>
      <p className="whitespace-pre-wrap">{meeting.report}</p>
    </Section>
  )
}

export async function MinutesSection({ view: { meeting, units, campaigns } }: Props) {
  const t = await getTranslations('meetings')
  if (!meeting.summary) return null
  return (
    <>
      <Section title={t('minutes')}><p className="whitespace-pre-wrap">{meeting.summary}</p></Section>
      <Section title={t('resolutions')} count={meeting.resolutions.length}>
        <Table
          caption={t('resolutions')}
          rows={meeting.resolutions.map((row, index) => ({ ...row, n: index + 1 }))}
          rowKey={({ n }) => String(n)}
          empty={<p className="text-muted">{t('noResolutions')}</p>}
          columns={[
            { key: 'text', head: t('resolution'), cell: ({ n, text, campaign }) => <>{n}. {text} {campaign && <Chip>{t('campaign')}</Chip>}</> },
            { key: 'owner', head: t('owner'), cell: ({ ownerId }) => (ownerId ? units[ownerId] : '—'), nowrap: true },
            { key: 'due', head: t('dueOn'), cell: ({ dueOn }) => dueOn ?? '—', nowrap: true },
          ]}
        />
        {campaigns.length > 0 && (
          <p>{t('campaigns')}：{campaigns.map(({ id, title }) => <Link key={id} className="mr-2 text-link" href={`/undertakings/${id}`}>{title}</Link>)}</p>
        )}
      </Section>
    </>
  )
}
