import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { Presence } from '@/components/procedure/presence'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import type { ClueView } from '@/lib/clues/loaders'
import { clueTabs } from '@/lib/clues/schema'
import { daysLate } from '@/lib/clues/rules/lateness'
import { localDate } from '@/lib/platform/clock'
import { ClueCourse } from './clue-course'
import { ClueFacts } from './clue-facts'
import { ClueLimits, CluePapers } from './clue-papers'
import { ClueSteps } from './clue-steps'
import { Evaluations } from './evaluations'
import { ReporterSection } from './reporter-section'
import { SimilarClues } from './similar-clues'

/** 线索: what to do now first, then the facts; papers, limits and the trail one click away. */
export async function CluePage({ view }: { view: ClueView }) {
  const t = await getTranslations('clues')
  const common = await getTranslations('common')
  const steps = await getTranslations('clue')
  const { clue, tab } = view
  const next = nextStep(view)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/clues' }, { label: clue.number }]} />
      <PageHead
        number={clue.number}
        title={clue.title}
        marks={<Marks view={view} />}
        actions={next && tab === 'work' && <LinkButton variant="primary" href={`#step-${next.key}`}>{steps(`${next.key}.name` as never)}</LinkButton>}
      />
      <Tabs
        label={common('views')}
        tabs={clueTabs.map((name) => ({
          href: name === 'work' ? `/clues/${clue.id}` : `/clues/${clue.id}?tab=${name}`, label: t(`tab.${name}`), current: name === tab,
        }))}
      />
      {tab === 'work' && <Work view={view} />}
      {tab === 'papers' && <CluePapers view={view} />}
      {tab === 'clocks' && <ClueLimits view={view} />}
      {tab === 'trail' && (
        <Section title={t('tab.trail')}>
          <RecordTimeLine entries={view.timeLine} unitNames={view.units} />
        </Section>
      )}
    </Page>
  )
}

async function Marks({ view: { clue, clocks } }: { view: ClueView }) {
  const t = await getTranslations('clues.mark')
  const states = await getTranslations('clue.states')
  const running = clocks.find(({ status }) => status === 'running' || status === 'paused')
  const limit = clocks.find(({ duty, status }) => duty === 'clue.refer' && status === 'satisfied')
  const late = limit?.satisfiedOn ? daysLate({ endOn: localDate(limit.endOn), satisfiedOn: localDate(limit.satisfiedOn) }, '') : null
  return (
    <>
      <Chip>{states(clue.stage)}</Chip>
      {clue.urgent && <Chip>{t('urgent')}</Chip>}
      {clue.major && <Chip>{t('major')}</Chip>}
      {clue.onBehalfOfUnitId && <Chip>{t('onBehalf')}</Chip>}
      {clue.relapseOfCaseId && <Chip>{t('relapse')}</Chip>}
      {late !== null && (late > 0 ? <Chip tone="red">{t('late', { days: late })}</Chip> : <Chip>{t('onTime')}</Chip>)}
      {running && <ClockBadge clock={running} />}
    </>
  )
}

/** Forms that want the facts read first stand below them; the head leads there. */
const long = ['propose', 'resubmit', 'open', 'decline', 'transfer', 'merge', 'review']
const nextStep = ({ steps }: ClueView) => steps.find(({ key, blocked }) => blocked === null && long.includes(key))

async function Work({ view }: { view: ClueView }) {
  const t = await getTranslations('clues.tab')
  const last = nextStep(view) !== undefined
  return (
    <Columns
      main={
        <>
          <Presence type="clue" id={view.clue.id} present={view.present} />
          {!last && <ClueSteps view={view} />}
          <ClueCourse view={view} />
          <ClueFacts view={view} />
          {view.clue.inner && <SimilarClues view={view} />}
          {view.clue.inner && <Evaluations view={view} />}
          {last && <ClueSteps view={view} />}
          <ReporterSection view={view} />
        </>
      }
      aside={
        <Section title={t('trail')}>
          <RecordTimeLine entries={view.timeLine.slice(0, 12)} unitNames={view.units} />
        </Section>
      }
    />
  )
}
