import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FileTable } from '@/components/files/file-table'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { OutcomeView } from '@/lib/outcomes/loaders'
import { PointTable } from './point-table'

/** One outcome: what is claimed, what proves it, who confirmed it. */
export async function OutcomePage({ view }: { view: OutcomeView }) {
  const t = await getTranslations('outcomes')
  const common = await getTranslations('common')
  const kinds = await getTranslations('outcomeKinds')
  const states = await getTranslations('outcome.states')
  const { row, kind, steps, awaited, checks } = view
  const points = (...wanted: string[]) => row.points.filter(({ status }) => wanted.includes(status)).map(({ id, ordinal, name }) => ({ value: id, label: `${ordinal}. ${name}` }))
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/outcomes' }, { label: row.caseNumber, href: `/cases/${row.caseId}` }, { label: t('record') }]} />
      <PageHead number={kinds(`${kind.key as 'moneyRecovered'}.name`)} title={row.title} purpose={t('recordPurpose')} marks={<Chip>{states(row.status as 'entered')}</Chip>} />
      <Columns
        main={
          <>
            <StepPanel
              procedure="outcome"
              steps={steps}
              subject={row}
              awaited={awaited}
              options={{
                openPoints: points('open'), reportedPoints: points('reported'), answeredPoints: points('reported', 'struck'),
                checks: checks.map(({ id, on, place, ordinal }) => ({ value: id, label: t('checkOption', { on, place, ordinal }) })),
              }}
            />
            <Section title={t('facts')}><DescriptionList facts={await factsOf(view)} empty="—" /></Section>
            {kind.entry === 'points' && <PointTable view={view} />}
            <FileTable title={t('files')} files={view.files} empty={t('noFiles')} />
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={view.units} /></Section>}
      />
    </Page>
  )
}

const given = <Value,>(term: string, value: Value | null, shown: (value: Value) => ReactNode = (each) => each as ReactNode): Fact[] => (value === null ? [] : [{ term, value: shown(value) }])

async function factsOf({ row, kind, amount, units, names, demand }: OutcomeView): Promise<Fact[]> {
  const t = await getTranslations('outcomes')
  const fields = await getTranslations('outcome.fields')
  const kinds = await getTranslations('outcomeKinds')
  const counts = row.status === 'confirmed' || row.status === 'listed'
  return [
    { term: t('case'), value: <Link className="text-link" href={`/cases/${row.caseId}`}>{`${row.caseNumber} ${row.caseTitle}`}</Link> },
    ...given(fields('demandId.label'), demand, ({ ordinal, measure }) => `${ordinal}. ${measure}`),
    { term: t('agency'), value: units[row.agencyId] },
    { term: kind.entry === 'points' ? t('counted') : t('entered'), value: `${amount} ${kinds(`units.${kind.unit}`)}`, note: counts ? undefined : t('notCounted') },
    ...(kind.entry === 'measure' ? [...given(kinds(`${kind.key}.measure` as never), row.measure), ...given(kinds(`${kind.key}.basis` as never), row.basis)] : []),
    ...given(t('achievedOn'), row.achievedOn, localDate), ...given(fields('note.label'), row.note),
    { term: t('enteredBy'), value: [units[row.enteredUnitId], names[row.enteredById]].filter(Boolean).join(' ') },
    ...given(t('confirmedBy'), row.confirmedById, (id) => names[id]), ...given(t('confirmedOn'), row.confirmedOn, localDate),
    ...given(t(row.status === 'rejected' ? 'rejection' : 'confirmation'), row.confirmation),
  ]
}
