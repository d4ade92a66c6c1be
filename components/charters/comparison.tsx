import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { Difference } from '@/lib/charters/rules/compare'
import type { ComparisonView } from '@/lib/charters/loaders'
import { termsSchema } from '@/lib/charters/schema'
import { termsWords } from './terms-line'

/** Two versions beside each other, only the articles that differ. */
export async function Comparison({ view: { charter, before, differences } }: { view: ComparisonView }) {
  const t = await getTranslations('charters')
  const common = await getTranslations('common')
  const changed = differences.filter(({ change }) => change !== 'same')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/charters' }, { label: charter.title, href: `/charters/${charter.id}` }, { label: t('compare') }]} />
      <PageHead title={t('compareTitle', { before: before.ordinal, after: charter.ordinal })} purpose={t('comparePurpose', { changed: changed.length, same: differences.length - changed.length })} />
      {changed.length === 0 && <EmptyState title={t('noDifference')} body={t('noDifferenceBody')} />}
      <div className="flex flex-col gap-4">
        {await Promise.all(changed.map(async (each) => (
          <section key={each.article} className="rounded-lg border bg-surface">
            <h2 className="flex items-center gap-2 border-b px-4 py-2 font-semibold">{each.article}<Chip>{t(`changes.${each.change as 'added'}`)}</Chip></h2>
            <div className="grid gap-px bg-line md:grid-cols-2">
              <Side title={t('edition', { ordinal: before.ordinal })} text={each.before} />
              <Side title={t('edition', { ordinal: charter.ordinal })} text={each.after} />
            </div>
          </section>
        )))}
      </div>
    </Page>
  )
}

async function Side({ title, text }: { title: string; text: Difference['before'] }) {
  const t = await getTranslations('charters')
  return (
    <div className="flex flex-col gap-2 bg-surface p-4">
      <h3 className="text-sm text-muted">{title}</h3>
      {text === null ? <p className="text-muted">{t('noArticle')}</p> : <p className="whitespace-pre-line">{text.text}</p>}
      {text && text.obligations.length > 0 && (
        <ul className="border-l-2 border-line pl-3 text-sm">
          {await Promise.all(text.obligations.map(async ({ key, title: name, kind, owedBy, terms }) => (
            <li key={key}><span className="font-medium">{name}</span><span className="block text-muted">{await termsWords({ kind, owedBy, terms: termsSchema.parse(terms) })}</span></li>
          )))}
        </ul>
      )}
    </div>
  )
}
