import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import type { DutyCycleView } from '@/lib/duty-cycles/loaders'
import { localDate, today } from '@/lib/platform/clock'

/** 定期履职的一期: what is wanted, by when, what came, and what the office said to it. */
export async function CyclePage({ view }: { view: DutyCycleView }) {
  const t = await getTranslations('dutyCycles')
  const common = await getTranslations('common')
  const words = await getTranslations('dutyCycle')
  const letters = await getTranslations('recommendations')
  const { cycle, begun, steps, timeLine, units } = view
  const { recommendation: letter, demand } = cycle
  const [from, to] = [localDate(cycle.fromOn), localDate(cycle.toOn)]
  return (
    <Page>
      <Breadcrumbs
        label={common('trail')}
        trail={[{ label: letters('title'), href: '/recommendations' }, { label: letter.number ?? letter.title, href: `/recommendations/${letter.id}` }, { label: t('cycle', { n: cycle.ordinal }) }]}
      />
      <PageHead
        number={letter.number ?? undefined} title={cycle.title} purpose={t('help')}
        marks={<><Chip>{words(`states.${cycle.status}` as never)}</Chip>{cycle.clocks.map((clock) => <ClockBadge key={clock.id} clock={clock} />)}</>}
      />
      <Columns
        main={
          <>
            {cycle.endReason
              ? <Notice>{t('over', { reason: words(`values.reason.${cycle.endReason}` as never) })}</Notice>
              : begun
                ? <StepPanel procedure="dutyCycle" steps={steps} subject={cycle} defaults={{ reportOnBehalf: { arrivedOn: today() } }} />
                : <Notice>{t('ahead', { date: from })}</Notice>}
            <Section title={t('facts.title')} note={t('local')}>
              <DescriptionList empty="—" facts={[
                { term: t('facts.letter'), value: <Link className="text-link" href={`/recommendations/${letter.id}`}>{letter.title}</Link> },
                { term: t('facts.demand'), value: `${demand.ordinal}. ${demand.measure}` },
                { term: t('facts.content'), value: demand.reportContent },
                { term: t('facts.period'), value: t('period', { from, to }) },
                { term: t('facts.owedBy'), value: units[cycle.agencyId] },
                ...(cycle.endReason ? [{ term: t('facts.endReason'), value: words(`values.reason.${cycle.endReason}` as never) }] : []),
              ]} />
            </Section>
            <Entries view={view} />
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={timeLine} unitNames={units} /></Section>}
      />
    </Page>
  )
}

type Entry = DutyCycleView['cycle']['entries'][number]

async function Entries({ view: { cycle, people } }: { view: DutyCycleView }) {
  const t = await getTranslations('dutyCycles.entries')
  const line = ({ reportedOn, onBehalf, signerName, enteredById }: Entry) => {
    const date = localDate(reportedOn)
    return onBehalf ? t('onBehalf', { date, signer: signerName ?? '' }) : t('line', { date, person: people[enteredById] ?? '' })
  }
  return (
    <Section title={t('title')} count={cycle.entries.length}>
      {cycle.entries.length === 0 && <p className="text-muted">{t('empty')}</p>}
      <ol className="flex flex-col divide-y divide-line">
        {cycle.entries.map((entry) => (
          <li key={entry.id} className="flex min-w-0 flex-col gap-1 py-3">
            <p className="font-medium">{t('round', { n: entry.round })}</p>
            <p className="text-sm text-muted tabular-nums">{line(entry)}</p>
            <p className="whitespace-pre-line">{entry.done}</p>
            {entry.problems && <p className="whitespace-pre-line">{t('problems', { text: entry.problems })}</p>}
            {cycle.files.filter(({ id }) => entry.fileIds.includes(id)).map(({ id, name }) => <a key={id} className="text-link" href={`/api/files/${id}`}>{name}</a>)}
            {entry.verdict && entry.answeredOn && (
              <p className="border-t border-line pt-1">
                <span className="text-sm text-muted tabular-nums">{t(entry.verdict as 'accepted', { date: localDate(entry.answeredOn) })}</span> {entry.answer}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
