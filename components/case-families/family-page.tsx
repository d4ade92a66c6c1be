import { getTranslations } from 'next-intl/server'
import { FileTable } from '@/components/files/file-table'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Steps } from '@/components/ui/steps'
import type { FamilyView } from '@/lib/case-families/loaders'
import type { CaseFamilyState } from '@/lib/case-families/schema'
import { localDate } from '@/lib/platform/clock'
import { FamilyCases } from './family-cases'
import { FamilyOpinions } from './family-opinions'
import { FamilyResults } from './family-results'
import { FamilySteps } from './family-steps'

type View = { readonly view: FamilyView }

/** One family on its three levels: 个案、类案、系统治理. */
export async function FamilyPage({ view }: View) {
  const t = await getTranslations('caseFamilies')
  const common = await getTranslations('common')
  const domains = await getTranslations('domains')
  const states = await getTranslations('caseFamily.states')
  const results = await getTranslations('caseFamily.values.result')
  const { row, inner, units, people } = view
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/case-families' }, { label: domains(row.domain as never) }]} />
      <PageHead
        number={domains(row.domain as never)}
        title={row.title}
        purpose={inner ? t('recordPurpose') : t('readerPurpose')}
        marks={<><Chip>{states(row.status as 'open')}</Chip>{row.result && <Chip>{results(row.result as 'dropped')}</Chip>}</>}
      />
      <Columns
        main={
          <>
            <Levels view={view} />
            <FamilySteps view={view} />
            <FamilyCases view={view} />
            <FamilyOpinions view={view} />
            <FamilyResults view={view} />
            {inner && view.files.length > 0 && <FileTable title={t('files')} files={view.files} empty={t('noFiles')} />}
          </>
        }
        aside={
          <>
            <Section title={t('facts')}>
              <DescriptionList
                facts={[
                  { term: t('office'), value: units[row.procuratorateId] ?? '' }, { term: t('lead'), value: people[row.leadId] ?? '' }, { term: t('formedOn'), value: localDate(row.formedOn) },
                  ...(row.raisedOn ? [{ term: t('raisedOn'), value: localDate(row.raisedOn) }] : []), ...(row.closedOn ? [{ term: t('closedOn'), value: localDate(row.closedOn) }] : []),
                ]}
                empty={t('none')}
              />
            </Section>
            <Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={units} /></Section>
          </>
        }
      />
    </Page>
  )
}

/** How far it has come: each level leads to its part of the page. The first is done once every case is verified, not before. */
async function Levels({ view: { row, inner, items, linked, cases, verified, answered } }: View) {
  const t = await getTranslations('caseFamilies')
  const at = { open: 'family', raised: 'system', closed: null }[row.status as CaseFamilyState]
  const stateOf = (level: string, done: boolean) => (done ? 'done' : level === at ? 'current' : 'ahead')
  return (
    <Steps
      label={t('levels')}
      done={t('done')}
      steps={[
        { label: t('levelCases'), state: stateOf('cases', inner && verified === cases), href: '#cases', note: inner ? t('verifiedNote', { verified, count: cases }) : t('caseCount', { count: cases }) },
        { label: t('levelFamily'), state: stateOf('family', row.raisedOn !== null && row.status !== 'open'), href: '#family', note: answered.asked > 0 ? t('adoptedOf', answered) : t('notRaised') },
        { label: t('levelSystem'), state: stateOf('system', row.status === 'closed'), href: '#system', note: t('linkedNote', { count: items.length + linked.length }) },
      ]}
    />
  )
}
