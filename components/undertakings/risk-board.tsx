import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { RisksView } from '@/lib/undertakings/loaders'
import { grades, levelOf } from '@/lib/undertakings/rules/marks'

/** 风险矩阵: every open risk in its cell, and the same in rows for those who read, print and export. */
export async function RiskBoard({ view: { rows, mayBegin } }: { view: RisksView }) {
  const t = await getTranslations('undertakings')
  const common = await getTranslations('common')
  const kinds = await getTranslations('undertakingKinds')
  const at = (likelihood: number, harm: number) => rows.filter((row) => row.likelihood === likelihood && row.harm === harm)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/undertakings' }, { label: t('riskBoard') }]} />
      <PageHead title={t('riskBoard')} count={rows.length} purpose={t('riskPurpose')} actions={mayBegin && <LinkButton href="/undertakings/new?kind=riskItem" icon="plus" variant="primary">{t('new')}</LinkButton>} />
      {rows.length > 0 && (
        <Section title={t('riskMatrix')} note={t('levelNote')}>
          <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('riskMatrix')}>
            <table className="border-collapse text-center">
              <thead>
                <tr>
                  <th scope="col" className="border border-line p-2 font-medium">{t('likelihood')} \ {t('harm')}</th>
                  {grades.map((harm) => <th key={harm} scope="col" className="w-24 border border-line p-2 font-medium">{harm}</th>)}
                </tr>
              </thead>
              <tbody>
                {[...grades].reverse().map((likelihood) => (
                  <tr key={likelihood}>
                    <th scope="row" className="border border-line p-2 font-medium">{likelihood}</th>
                    {grades.map((harm) => (
                      <td key={harm} className="border border-line p-2 align-top">
                        <span className="block text-xs text-muted">{kinds(`levels.${levelOf(likelihood, harm)}` as never)}</span>
                        {at(likelihood, harm).map(({ id, title }) => <Link key={id} className="block text-link" href={`/undertakings/${id}`}>{title}</Link>)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      )}
      <Table
        caption={t('riskBoard')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/undertakings/${id}`}
        empty={<EmptyState icon="warning" title={t('riskNone')} />}
        columns={[
          { key: 'name', head: t('name'), cell: ({ title }) => title },
          { key: 'owner', head: t('owner'), cell: ({ ownerName }) => ownerName },
          { key: 'level', head: t('level'), cell: ({ likelihood, harm }) => (likelihood && harm ? kinds(`levels.${levelOf(likelihood, harm)}` as never) : t('notAgreed')), nowrap: true },
          { key: 'grades', head: `${t('likelihood')} × ${t('harm')}`, cell: ({ likelihood, harm }) => (likelihood && harm ? `${likelihood} × ${harm}` : t('none')), nowrap: true },
          { key: 'rated', head: t('rated'), cell: ({ rated }) => rated, nowrap: true },
          { key: 'measure', head: t('measure'), cell: ({ measure }) => measure ?? t('none') },
        ]}
      />
    </Page>
  )
}
