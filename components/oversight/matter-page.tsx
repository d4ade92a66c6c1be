import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PaperTables } from '@/components/cases/paper-tables'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { MatterView } from '@/lib/oversight/loaders'

/** A filing, a request or a supervised case, as both offices see it. */
export async function MatterPage({ view }: { view: MatterView }) {
  const t = await getTranslations('oversight')
  const common = await getTranslations('common')
  const words = await getTranslations()
  const { kind, matter, steps, awaited, papers, units, inferiors } = view
  const about = t(`about.${matter.about as 'letter'}`)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/oversight' }, { label: about }]} />
      <PageHead
        number={about}
        title={matter.title}
        marks={
          <>
            <Chip>{words(`${kind}.states.${matter.status}` as never)}</Chip>
            {matter.clocks.map((clock) => <ClockBadge key={clock.id} clock={clock} />)}
          </>
        }
      />
      <Columns
        main={
          <>
            <StepPanel procedure={kind} steps={steps} subject={matter} awaited={awaited} options={{ inferiors: inferiors.filter(({ value }) => value !== matter.inferiorId) }} />
            <Section title={t('facts.title')}>
              <DescriptionList facts={await factsOf(view)} empty={t('noFacts')} />
            </Section>
            <PaperTables papers={papers} inner={false} />
          </>
        }
        aside={
          <Section title={t('timeLine')}>
            <RecordTimeLine entries={view.timeLine} unitNames={units} />
          </Section>
        }
      />
    </Page>
  )
}

type Linked = { readonly id: string; readonly number: string | null; readonly title: string } | null

const link = (path: string, record: Linked): ReactNode =>
  record && <Link className="text-link" href={`${path}/${record.id}`}>{`${record.number ?? ''} ${record.title}`.trim()}</Link>

async function factsOf({ kind, matter, units }: MatterView) {
  const t = await getTranslations('oversight.facts')
  const wanted = await getTranslations('filing.values.wanted')
  const given = <Value,>(term: string, value: Value | null | undefined, shown: (value: Value) => ReactNode = (each) => each as ReactNode) =>
    value === null || value === undefined ? [] : [{ term, value: shown(value) }]
  return [
    { term: t('inferior'), value: units[matter.inferiorId] },
    { term: t('superior'), value: units[matter.superiorId] },
    { term: t('beganOn'), value: localDate(matter.beganOn) },
    { term: t('content'), value: matter.content },
    ...given(t('letter'), matter.letter, (letter) => link('/recommendations', letter)),
    ...given(t('case'), matter.caseFile, (caseFile) => link('/cases', caseFile)),
    ...given(t('clue'), matter.clue, (clue) => link('/clues', clue)),
    ...given(t('wanted'), matter.wanted, (value) => wanted(value as 'consider')),
    ...given(t('answer'), matter.answer),
    ...given(t('designated'), matter.designatedId, (id) => units[id] ?? ''),
    ...given(t('approver'), kind === 'filing' && matter.wanted === null ? null : matter.approver),
    ...given(t('answeredOn'), matter.answeredOn, localDate),
    ...given(t('report'), matter.report),
    ...given(t('reportedOn'), matter.reportedOn, localDate),
  ]
}
