import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import type { LookBackView } from '@/lib/cases/loaders'
import { localDate } from '@/lib/platform/clock'

/** “回头看”: the day planned, what was found, and the clue where the harm came back. */
export async function LookBackPage({ view }: { view: LookBackView }) {
  const t = await getTranslations('cases')
  const common = await getTranslations('common')
  const states = await getTranslations('lookBack.states')
  const { lookBack, clocks, clue, steps } = view
  const { caseFile } = lookBack
  return (
    <Page>
      <Breadcrumbs
        label={common('trail')}
        trail={[
          { label: t('record.trail'), href: '/cases' },
          { label: caseFile.number, href: `/cases/${caseFile.id}` },
          { label: t('lookBack.trail') },
        ]}
      />
      <PageHead
        number={caseFile.number}
        title={t('lookBack.title', { title: lookBack.title })}
        purpose={t('lookBack.local')}
        marks={
          <>
            <Chip>{states(lookBack.status as never)}</Chip>
            {clocks.map((clock) => <ClockBadge key={clock.id} clock={clock} />)}
          </>
        }
      />
      <Columns
        main={
          <>
            <StepPanel procedure="lookBack" steps={steps} subject={lookBack} defaults={{ record: { place: lookBack.place } }} />
            <Section title={t('lookBack.facts')}>
              <DescriptionList
                empty={t('record.empty')}
                facts={[
                  { term: t('lookBack.caseLink'), value: <Link className="text-link" href={`/cases/${caseFile.id}`}>{`${caseFile.number} ${caseFile.title}`}</Link> },
                  { term: t('lookBack.plannedOn'), value: localDate(lookBack.plannedOn) },
                  { term: t('lookBack.doneOn'), value: lookBack.doneOn && localDate(lookBack.doneOn) },
                  { term: t('lookBack.place'), value: lookBack.place },
                  { term: t('lookBack.companion'), value: lookBack.companion },
                  { term: t('lookBack.findings'), value: lookBack.findings },
                  ...(clue ? [{ term: t('lookBack.relapseClue'), value: <Link className="text-link" href={`/clues/${clue.id}`}>{`${clue.number} ${clue.title}`}</Link> }] : []),
                ]}
              />
            </Section>
          </>
        }
        aside={
          <Section title={t('lookBack.timeLine')}>
            <RecordTimeLine entries={view.timeLine} unitNames={view.units} />
          </Section>
        }
      />
    </Page>
  )
}
