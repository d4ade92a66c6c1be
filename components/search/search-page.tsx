import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { TextField } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadSearch } from '@/lib/search/loaders'

export async function SearchPage({ result }: { result: Awaited<ReturnType<typeof loadSearch>> }) {
  const t = await getTranslations()
  const { words, state, found, more } = result
  return (
    <Page>
      <PageHead
        title={t('search.title')}
        purpose={t('search.purpose')}
        count={state === 'found' ? t(more ? 'search.foundMany' : 'search.found', { count: found.length }) : undefined}
      />
      <form action="/search" method="get" className="flex flex-wrap items-end gap-3">
        <TextField name="q" type="search" label={t('search.label')} defaultValue={words} width="half" />
        <Button type="submit" variant="primary" icon="search">{t('search.button')}</Button>
      </form>
      {state === 'prompt' && <p className="text-muted">{t('search.prompt')}</p>}
      {state === 'tooMany' && <Notice>{t('errors.tooMany')}</Notice>}
      {state === 'found' && (
        <Table
          caption={t('search.title')}
          rows={found}
          rowKey={(row) => row.id}
          href={(row) => row.href}
          empty={<EmptyState icon="search" title={t('search.none.title')} body={t('search.none.text', { words })} />}
          columns={[
            { key: 'title', head: t('search.columns.title'), cell: (row) => row.title },
            { key: 'number', head: t('search.columns.number'), nowrap: true, cell: (row) => row.number ?? '—' },
            { key: 'kind', head: t('search.columns.kind'), nowrap: true, cell: (row) => t(`search.kinds.${row.type}`) },
            { key: 'state', head: t('search.columns.state'), nowrap: true, cell: (row) => <Chip>{t(`${row.type}.states.${row.status}` as never)}</Chip> },
          ]}
        />
      )}
    </Page>
  )
}
