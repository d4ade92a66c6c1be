import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadRegions } from '@/lib/units/loaders'

export async function RegionList({ view }: { view: Awaited<ReturnType<typeof loadRegions>> }) {
  const t = await getTranslations('units')
  const states = await getTranslations('region.states')
  const { regions, create } = view
  const name = (code: string | null) => regions.find((region) => region.code === code)?.name ?? code ?? ''
  const options = { regions: regions.map((region) => ({ value: region.code, label: region.name })) }
  const table = (
    <Table
      caption={t('regions.title')}
      rows={regions}
      rowKey={(row) => row.code}
      href={(row) => `/admin/regions/${row.code}`}
      columns={[
        { key: 'name', head: t('regions.name'), cell: (row) => row.name },
        { key: 'code', head: t('regions.code'), cell: (row) => row.code, nowrap: true },
        { key: 'state', head: t('facts.state'), cell: (row) => <Chip tone={row.status === 'preparing' ? 'accent' : 'neutral'}>{states(row.status as 'active')}</Chip>, nowrap: true },
        { key: 'parent', head: t('regions.parent'), cell: (row) => name(row.parentCode) },
      ]}
    />
  )
  return (
    <Page>
      <PageHead title={t('regions.title')} count={regions.length} purpose={t('regions.purpose')} />
      {create.length === 0 ? (
        table
      ) : (
        <Columns
          main={table}
          aside={
            <Section title={t('regions.create')}>
              <StepPanel procedure="region" steps={create} subject={null} options={options} />
            </Section>
          }
        />
      )}
    </Page>
  )
}
