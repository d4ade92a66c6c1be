import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { localDate } from '@/lib/platform/clock'
import type { ChartersView } from '@/lib/charters/loaders'

const path = '/charters'

/** The opinions of a place: in force, in the making, past. */
export async function CharterList({ view: { rows, show, mayDraft, day } }: { view: ChartersView }) {
  const t = await getTranslations('charters')
  return (
    <Page>
      <PageHead
        title={t('title')} purpose={t('purpose')}
        actions={mayDraft && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>}
      />
      <Tabs label={t('show')} tabs={[
        { href: path, label: t('showInForce'), current: show === 'inForce' }, { href: `${path}?show=all`, label: t('showAll'), current: show === 'all' },
      ]} />
      <Table
        caption={t('caption')} rows={rows} rowKey={({ id }) => id} href={({ id }) => `${path}/${id}`}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
        columns={[
          { key: 'title', head: t('columns.title'), cell: ({ title }) => title },
          { key: 'number', head: t('columns.number'), cell: ({ number }) => number || '—', nowrap: true },
          { key: 'edition', head: t('columns.edition'), cell: ({ ordinal }) => t('edition', { ordinal }), nowrap: true },
          { key: 'state', head: t('columns.state'), cell: (row) => <Chip>{t(`phases.${phaseOf(row, day)}`)}</Chip>, nowrap: true },
          { key: 'since', head: t('columns.since'), cell: ({ effectiveOn, endsOn }) => [effectiveOn, endsOn].map((each) => (each ? localDate(each) : '')).join(' — ').replace(/^ — $/, '—'), nowrap: true },
          { key: 'articles', head: t('columns.articles'), cell: ({ _count }) => _count.provisions },
          { key: 'promises', head: t('columns.promises'), cell: ({ _count }) => _count.obligations },
        ]}
      />
    </Page>
  )
}

type Dated = { readonly status: string; readonly effectiveOn: Date | null; readonly endsOn: Date | null }

export function phaseOf({ status, effectiveOn, endsOn }: Dated, day: string) {
  if (status !== 'published') return status as 'drafted' | 'signing' | 'signed' | 'withdrawn'
  if (endsOn && localDate(endsOn) < day) return 'ended' as const
  return effectiveOn && localDate(effectiveOn) > day ? ('coming' as const) : ('inForce' as const)
}
