import { getTranslations } from 'next-intl/server'
import { LimitTable } from '@/components/cases/limit-table'
import { PaperTables } from '@/components/cases/paper-tables'
import { CycleTable } from '@/components/duty-cycles/cycle-table'
import { HandlingPanel } from '@/components/handlings/handling-panel'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { Presence } from '@/components/procedure/presence'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import type { LetterView } from '@/lib/recommendations/loaders'
import type { loadHandlingOf } from '@/lib/handlings/loaders'
import { letterTabs } from '@/lib/recommendations/schema'
import { DemandCards } from './demand-card'
import { DraftChecks } from './draft-checks'
import { LetterFacts } from './letter-facts'
import { LetterSteps } from './letter-steps'
import { ChecksMade, HelpGiven, Objections, Replies, ServiceMade } from './letter-course'

/** 检察建议: who owes what by when first; then the demands with what was said and what was found. */
export type LetterPageView = LetterView & { readonly handling: Awaited<ReturnType<typeof loadHandlingOf>> }

export async function LetterPage({ view }: { view: LetterPageView }) {
  const t = await getTranslations('recommendations')
  const common = await getTranslations('common')
  const states = await getTranslations('recommendation.states')
  const { letter, tab } = view
  const href = `/recommendations/${letter.id}`
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/recommendations' }, { label: letter.number ?? t('unnumbered') }]} />
      <PageHead
        number={letter.number ?? t('unnumbered')}
        title={letter.title}
        marks={
          <>
            <Chip tone={letter.rectifiedOn ? 'green' : 'neutral'}>{states(letter.status as never)}</Chip>
            {letter.urgent && <Chip icon="warning">{t('record.urgent')}</Chip>}
          </>
        }
      />
      <HeadClocks view={view} />
      <Tabs
        label={common('views')}
        tabs={letterTabs.map((name) => ({ href: name === 'handling' ? href : `${href}?tab=${name}`, label: t(`tabs.${name}`), current: name === tab }))}
      />
      {tab === 'handling' && <Handling view={view} />}
      {tab === 'material' && <PaperTables papers={view.papers} inner={letter.inner} />}
      {tab === 'limits' && <LimitTable clocks={view.review ? [...view.clocks, view.review] : view.clocks} />}
      {tab === 'trail' && (
        <Section title={t('record.timeLine')}>
          <RecordTimeLine entries={view.timeLine} unitNames={view.units} />
        </Section>
      )}
    </Page>
  )
}

/** 书面回复 and 整改 each have a badge of their own; the review month stands beside them inside the office. */
async function HeadClocks({ view: { clocks, review } }: { view: LetterView }) {
  const t = await getTranslations('recommendations.record')
  const latest = (duty: string) => clocks.filter((clock) => clock.duty === duty).sort((a, b) => b.triggeredOn.getTime() - a.triggeredOn.getTime())[0]
  const shown = [
    { label: t('serveClock'), clock: latest('recommendation.reply') ? undefined : latest('recommendation.serve') },
    { label: t('replyClock'), clock: latest('recommendation.reply') },
    { label: t('performClock'), clock: latest('recommendation.perform') },
    { label: t('reviewClock'), clock: review ?? undefined },
  ]
  if (shown.every(({ clock }) => clock === undefined)) return null
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      {shown.map(({ label, clock }) => clock && <ClockBadge key={label} clock={clock} label={label} />)}
    </div>
  )
}

async function Handling({ view }: { view: LetterPageView }) {
  const t = await getTranslations('recommendations.record')
  const { letter, handling, steps } = view
  return (
    <Columns
      main={
        <>
          <Presence type="recommendation" id={letter.id} present={view.present} />
          {view.assessment && <DraftChecks assessment={view.assessment} />}
          {handling && (
            <HandlingPanel view={handling} letter={{ ...letter, reply: steps.find(({ key, blocked }) => key === 'reply' && blocked === null) ?? null }} />
          )}
          <LetterSteps view={view} />
          <CycleTable cycles={view.cycles} tally={view.tally} side={view.side} demands={letter.demands} />
          <DemandCards view={view} />
          <ChecksMade view={view} />
          <Replies view={view} />
          <Objections view={view} />
          <HelpGiven view={view} />
          <LetterFacts view={view} />
        </>
      }
      aside={
        <>
          <ServiceMade view={view} />
          <Section title={t('timeLine')}>
            <RecordTimeLine entries={view.timeLine.slice(0, 12)} unitNames={view.units} />
          </Section>
        </>
      }
    />
  )
}
