import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/procedure/due'
import { StepPanel } from '@/components/procedure/step-panel'
import { pageLabels } from '@/components/shell/labels'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { localDate } from '@/lib/platform/clock'
import type { ObligationView } from '@/lib/charters/loaders'
import { keeperOf } from '@/lib/charters/rules/keepers'
import { wayKeys } from '@/lib/charters/rules/ways'
import { articleOptions } from './choices'
import { PromiseFields } from './promise-fields'
import { termsWords } from './terms-line'

const states = ['all', 'broken', 'atRisk', 'owed', 'kept'] as const

/** What is behind the figures of one promise; while the text is drafted, the form that changes it. */
export async function ObligationPage({ view }: { view: ObligationView }) {
  const t = await getTranslations('charters')
  const common = await getTranslations('common')
  const { obligation, filter, rows, hasNext, units, steps, charter } = view
  const path = `/charters/obligations/${obligation.id}`
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/charters' }, { label: obligation.charter.title, href: `/charters/${obligation.charterId}` }, { label: obligation.title }]} />
      <PageHead number={obligation.provision.article} title={obligation.title} purpose={await termsWords(obligation)} marks={<Chip>{t(`kinds.${obligation.kind as 'event'}`)}</Chip>} />
      <p className="max-w-3xl whitespace-pre-line rounded-lg border bg-sunken p-4">{obligation.provision.text}</p>
      {charter && <div className="max-w-3xl"><StepPanel procedure="charter" steps={steps} subject={charter} options={optionsOf(view)} defaults={{ dropObligation: { obligationId: obligation.id } }} forms={{ changeObligation: <ChangeForm view={view} /> }} opened="changeObligation" /></div>}
      {!charter && (
        <Section title={t('records')}>
          <Tabs label={t('records')} tabs={states.map((state) => ({ href: state === 'all' ? path : `${path}?state=${state}`, label: t(`states.${state}`), current: filter.state === state }))} />
          <Table
            caption={t('records')} rows={rows} rowKey={({ id }) => id} href={({ href }) => href}
            empty={<EmptyState title={t('noRecords')} body={t('noRecordsBody')} />}
            columns={[
              { key: 'title', head: t('columns.record'), cell: ({ title }) => title },
              { key: 'unit', head: t('columns.unit'), cell: ({ owedByUnitId }) => units[owedByUnitId] ?? '' },
              { key: 'due', head: t('columns.due'), cell: ({ clock }) => (clock ? <Due clock={clock} /> : t('standing.countedOnly')), nowrap: true },
              { key: 'kept', head: t('columns.kept'), cell: ({ keptOn, keptTitle }) => [keptOn && localDate(keptOn), keptTitle].filter(Boolean).join(' ') || '—' },
            ]}
          />
          <Pager path={path} query={{ state: filter.state === 'all' ? undefined : filter.state }} page={filter.page} hasNext={hasNext} labels={await pageLabels(filter.page)} />
        </Section>
      )}
    </Page>
  )
}

const optionsOf = ({ charter, obligation }: ObligationView) => ({
  provisions: articleOptions(charter?.provisions ?? []), obligations: [{ value: obligation.id, label: obligation.title }],
})

async function ChangeForm({ view: { obligation, charter, way, choices } }: { view: ObligationView }) {
  const t = await getTranslations('charters')
  const { terms, provisionId, title, owedBy, id } = obligation
  const { keptBy, keptWhen, ...others } = terms
  const values = { provisionId, title, owedBy, ...Object.fromEntries(Object.entries(others).map(([key, value]) => [key, String(value)])), ...(keptBy ? { keptBy: keeperOf(keptBy, keptWhen) } : {}) }
  return (
    <div className="flex flex-col gap-4">
      <nav aria-label={t('otherWay')}>
        <p className="text-sm text-muted">{t('worded', { way: t(`ways.${way}.name`) })}</p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {wayKeys.filter((key) => key !== way).map((key) => <li key={key}><Link className="text-link" href={`/charters/obligations/${id}?way=${key}`}>{t(`ways.${key}.name`)}</Link></li>)}
        </ul>
      </nav>
      {charter && <PromiseFields step="changeObligation" way={way} charter={charter} choices={choices} values={values} hidden={{ obligationId: id }} />}
    </div>
  )
}
