import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadImports } from '@/lib/imports/loaders'

export async function ImportList({ view }: { view: Awaited<ReturnType<typeof loadImports>> }) {
  const t = await getTranslations('imports')
  const { rows, regions, regionCode, columns, mostRows, steps } = view
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose', { most: mostRows })} />
      <Columns
        main={
          <>
            <Section title={t('heads')} note={t('headsNote')}>
              <dl className="flex flex-col gap-2">
                {(['units', 'people'] as const).map((kind) => (
                  <div key={kind}>
                    <dt className="font-medium">{t(`kinds.${kind}`)}</dt>
                    <dd>{Object.values(columns[kind]).join('、')}</dd>
                  </div>
                ))}
              </dl>
            </Section>
            <Section title={t('lists')} count={rows.length}>
              <Table
                caption={t('lists')}
                rows={rows}
                rowKey={(row) => row.id}
                href={(row) => `/admin/imports/${row.id}`}
                empty={<p className="text-muted">{t('none')}</p>}
                columns={[
                  { key: 'kind', head: t('kind'), cell: (row) => t(`kinds.${row.kind}` as never), nowrap: true },
                  { key: 'on', head: t('on'), cell: (row) => row.on, nowrap: true },
                  { key: 'count', head: t('count'), cell: (row) => row.count, align: 'end' },
                  { key: 'state', head: t('state'), cell: (row) => t(`states.${row.status}` as never), nowrap: true },
                ]}
              />
            </Section>
          </>
        }
        aside={
          <StepPanel
            procedure="rosterImport" steps={steps} subject={null} defaults={{ read: { regionCode } }}
            options={{ regions: regions.map(({ code, name }) => ({ value: code, label: name })) }}
          />
        }
      />
    </Page>
  )
}
