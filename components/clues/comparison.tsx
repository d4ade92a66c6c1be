import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { Comparison } from '@/lib/clues/loaders'
import { localDate } from '@/lib/platform/clock'

/** Two clues side by side, line by line. */
export async function ComparisonPage({ view }: { view: Comparison }) {
  const t = await getTranslations('clues')
  const common = await getTranslations('common')
  const { clue, other } = view
  const head = (each: Comparison['clue'], role: string) => `${role}  ${each.number}`
  return (
    <Page>
      <Breadcrumbs
        label={common('trail')}
        trail={[{ label: t('title'), href: '/clues' }, { label: clue.number, href: `/clues/${clue.id}` }, { label: t('similar.compareTitle') }]}
      />
      <PageHead title={t('similar.compareTitle')} actions={<Link className="text-link" href={`/clues/${clue.id}`}>{t('similar.back')}</Link>} />
      <Table
        caption={t('similar.compareTitle')}
        rows={await linesOf(view)}
        rowKey={({ term }) => term}
        columns={[
          { key: 'term', head: t('similar.item'), cell: ({ term }) => <span className="text-muted">{term}</span>, nowrap: true },
          { key: 'this', head: head(clue, t('similar.this')), cell: ({ left }) => <span className="whitespace-pre-line">{left}</span> },
          { key: 'other', head: head(other, t('similar.other')), cell: ({ right }) => <span className="whitespace-pre-line">{right}</span> },
        ]}
      />
    </Page>
  )
}

async function linesOf({ clue, other, units }: Comparison) {
  const t = await getTranslations('clues')
  const words = await getTranslations()
  const line = (term: string, read: (each: Comparison['clue']) => string) => ({ term, left: read(clue) || t('noValue'), right: read(other) || t('noValue') })
  return [
    line(t('similar.name'), ({ title }) => title),
    line(t('column.stage'), ({ status }) => words(`clue.states.${status}`)),
    line(t('fact.place'), ({ place }) => place),
    line(t('fact.domain'), ({ domain }) => words(`domains.${domain}` as never)),
    line(t('fact.units'), ({ unitIds }) => unitIds.map((id) => units[id]).join('、')),
    line(t('fact.facts'), ({ facts }) => facts),
    line(t('fact.harm'), ({ harm }) => harm),
    line(t('fact.sender'), ({ senderUnitId }) => units[senderUnitId] ?? ''),
    line(t('fact.discoveredOn'), ({ discoveredOn }) => localDate(discoveredOn)),
  ]
}
