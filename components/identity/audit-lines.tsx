import { getTranslations } from 'next-intl/server'
import { SavedFilters, type SavedOnes } from '@/components/filters/saved-filters'
import { filterLabels, lineLabels } from '@/components/shell/labels'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { auditResults } from '@/lib/identity/schema'
import type { loadAudit } from '@/lib/identity/loaders'
import { zone } from '@/lib/platform/clock'
import { VerifyButton } from './verify-button'

const moment = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })

export async function AuditLines({ view, saved }: { view: Awaited<ReturnType<typeof loadAudit>>; saved: SavedOnes }) {
  const t = await getTranslations('identity')
  const words = await getTranslations()
  const { rows, hasNext, filter, streams, pageSize } = view
  const { page, ...query } = filter
  // A step's own words where it has them; what happens outside of steps is worded here.
  const named = (action: string) =>
    words.has(`${action}.name` as never) ? words(`${action}.name` as never) : t.has(`audit.action.${action}` as never) ? t(`audit.action.${action}` as never) : action
  return (
    <Page>
      <PageHead title={t('audit.title')} purpose={t('audit.purpose')} />
      <VerifyButton words={{ button: t('audit.verify'), pending: t('audit.verifying'), whole: t('audit.whole'), broken: t('audit.broken'), refused: t('audit.refused') }} />
      <FilterBar
        path="/admin/audit"
        query={query}
        labels={await filterLabels()}
        fields={[
          { name: 'who', label: t('audit.who'), kind: 'text' },
          { name: 'action', label: t('audit.actionKey'), kind: 'text', placeholder: 'clue.refer' },
          { name: 'result', label: t('audit.result'), kind: 'select', empty: t('all'), options: auditResults.map((value) => ({ value, label: t(`audit.results.${value}`) })) },
          { name: 'from', label: t('audit.from'), kind: 'date' },
          { name: 'to', label: t('audit.to'), kind: 'date' },
          ...(streams.length > 1 ? [{ name: 'stream', label: t('audit.stream'), kind: 'select' as const, empty: t('all'), options: streams.map((value) => ({ value, label: value })) }] : []),
        ]}
      />
      <SavedFilters list="audit" path="/admin/audit" query={query} saved={saved} />
      <Table
        caption={t('audit.title')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState icon="shield" title={t('audit.empty')} body={t('audit.emptyBody')} />}
        columns={[
          { key: 'at', head: t('audit.at'), cell: (row) => moment.format(row.at), nowrap: true },
          { key: 'who', head: t('audit.who'), cell: (row) => row.actorName, nowrap: true },
          { key: 'action', head: t('audit.step'), cell: (row) => named(row.action) },
          { key: 'result', head: t('audit.result'), cell: (row) => <Chip>{t(`audit.results.${row.result}` as never)}</Chip>, nowrap: true },
          { key: 'line', head: t('audit.line'), cell: (row) => `${row.stream}-${row.seq}`, nowrap: true },
          {
            key: 'facts',
            head: t('audit.facts'),
            cell: (row) => (
              <Disclosure summary={t('audit.show')}>
                <pre tabIndex={0} className="max-w-md overflow-x-auto text-xs">
                  {JSON.stringify({ action: row.action, subject: row.subjectType, id: row.subjectId, reason: row.reason, before: row.before, after: row.after, source: row.sourceAddress, hash: row.hash }, null, 2)}
                </pre>
              </Disclosure>
            ),
          },
        ]}
      />
      <Pager path="/admin/audit" query={query} page={page} hasNext={hasNext} labels={await lineLabels({ before: (page - 1) * pageSize, shown: rows.length })} />
    </Page>
  )
}
