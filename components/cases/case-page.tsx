import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { Presence } from '@/components/procedure/presence'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { CaseFamilyPart } from '@/components/case-families/case-family-part'
import { CaseLetters } from '@/components/letters/case-letters'
import { CaseOutcomes } from '@/components/outcomes/case-outcomes'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import type { CaseView } from '@/lib/cases/loaders'
import { caseTabs } from '@/lib/cases/schema'
import { CaseFacts } from './case-facts'
import { CaseSteps } from './case-steps'
import { Consultations } from './consultations'
import { EvidenceList } from './evidence-list'
import { LetterTable } from './letter-table'
import { LimitTable } from './limit-table'
import { EngagementTable } from '@/components/roster/engagement-table'
import { LinkedCases, LookBackTable, TeamTable } from './case-tables'
import { PaperTables } from './paper-tables'
import { ReviewChoices } from './review-choices'

/** 案件: what to do now first, then the facts; material, limits and the trail one click away. */
export async function CasePage({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const common = await getTranslations('common')
  const states = await getTranslations('case.states')
  const letters = await getTranslations('letters')
  const { caseFile, tab, clocks } = view
  const urgent = clocks.find(({ subjectType, status }) => subjectType === 'case' && (status === 'running' || status === 'paused'))
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('trail'), href: '/cases' }, { label: caseFile.number }]} />
      <PageHead
        number={caseFile.number}
        title={caseFile.title}
        marks={
          <>
            <Chip>{states(caseFile.stage as never)}</Chip>
            {caseFile.lateEntry && <Chip icon="info">{t('lateEntry')}</Chip>}
            {urgent && <ClockBadge clock={urgent} />}
          </>
        }
        actions={caseFile.inner && <LinkButton href={`/letters/new?case=${caseFile.id}`} icon="letter">{letters('writeAbout')}</LinkButton>}
      />
      <Tabs
        label={t('views')}
        tabs={caseTabs.map((name) => ({
          href: name === 'handling' ? `/cases/${caseFile.id}` : `/cases/${caseFile.id}?tab=${name}`,
          label: t(`tabs.${name}`),
          current: name === tab,
        }))}
      />
      {tab === 'handling' && <Handling view={view} />}
      {tab === 'material' && <Material view={view} />}
      {tab === 'limits' && <LimitTable clocks={clocks} />}
      {tab === 'trail' && (
        <Section title={t('timeLine')}>
          <RecordTimeLine entries={view.timeLine} unitNames={view.units} />
        </Section>
      )}
    </Page>
  )
}

async function Handling({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  return (
    <Columns
      main={
        <>
          <Presence type="case" id={view.caseFile.id} present={view.present} />
          <ReviewChoices view={view} />
          <CaseSteps view={view} />
          <CaseFacts view={view} />
          <LetterTable view={view} />
          <CaseLetters view={view} />
          <CaseOutcomes view={view} />
          <CaseFamilyPart view={view} />
          {view.caseFile.inner && <TeamTable view={view} />}
          {view.caseFile.inner && <CaseExperts view={view} />}
          <LinkedCases view={view} />
          <LookBackTable view={view} />
        </>
      }
      aside={
        <Section title={t('timeLine')}>
          <RecordTimeLine entries={view.timeLine.slice(0, 12)} unitNames={view.units} />
        </Section>
      }
    />
  )
}

async function CaseExperts({ view: { caseFile, experts } }: { view: CaseView }) {
  const t = await getTranslations('roster')
  return (
    <Section title={t('caseEngagements')} count={experts.length} actions={<LinkButton href={`/roster/engagements/new?case=${caseFile.id}`} icon="plus">{t('askExpert')}</LinkButton>}>
      <EngagementTable rows={experts} empty={t('noCaseEngagements')} />
    </Section>
  )
}

const Material = ({ view }: { view: CaseView }) => (
  <>
    <Consultations view={view} />
    {view.caseFile.inner && <EvidenceList evidence={view.evidence} />}
    <PaperTables papers={view.papers} inner={view.caseFile.inner} />
  </>
)
