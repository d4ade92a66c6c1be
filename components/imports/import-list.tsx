import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { ImportListView } from '@/lib/imports/loaders'

export async function ImportList({ view }: { view: ImportListView }) {
  const t = await getTranslations('imports')
  const { procedure, path, kinds, rows, regions, regionCode, mostRows, steps } = view
  const words = ({ rosterImport: ['title', 'purpose'], caseImport: ['casesTitle', 'casesPurpose'], powerImport: ['powersTitle', 'powersPurpose'] } as const)[procedure]
  return (
    <Page>
      {procedure === 'caseImport' && <CasesTrail />}
      {procedure === 'powerImport' && <PowersTrail />}
      <PageHead title={t(words[0])} purpose={t(words[1], { most: mostRows })} />
      <Columns
        main={
          <>
            <Section title={t('templates')} note={t('templatesNote')}>
              <ul className="flex flex-col gap-2">
                {kinds.map((kind) => (
                  <li key={kind}><a href={`/api/imports/${kind}`} download className="text-link">{t('template', { kind: t(`kinds.${kind}`) })}</a></li>
                ))}
              </ul>
            </Section>
            <Section title={t('lists')} count={rows.length}>
              <Table
                caption={t('lists')}
                rows={rows}
                rowKey={(row) => row.id}
                href={(row) => `${path}/${row.id}`}
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
            procedure={procedure} steps={steps} subject={null} {...(procedure === 'rosterImport' ? { defaults: { read: { regionCode } } } : {})}
            options={{ regions: regions.map(({ code, name }) => ({ value: code, label: name })) }}
          />
        }
      />
    </Page>
  )
}

/** Running cases are entered near the form that enters one by hand. */
export async function CasesTrail({ here }: { here?: string }) {
  const t = await getTranslations()
  const list = { label: t('imports.casesTitle'), ...(here ? { href: '/cases/imports' } : {}) }
  return <Breadcrumbs label={t('common.trail')} trail={[{ label: t('cases.record.trail'), href: '/cases' }, list, ...(here ? [{ label: here }] : [])]} />
}

/** Near the list they fill. */
export async function PowersTrail({ here }: { here?: string }) {
  const t = await getTranslations()
  const list = { label: t('imports.powersTitle'), ...(here ? { href: '/powers/imports' } : {}) }
  return <Breadcrumbs label={t('common.trail')} trail={[{ label: t('powers.title'), href: '/powers' }, list, ...(here ? [{ label: here }] : [])]} />
}
