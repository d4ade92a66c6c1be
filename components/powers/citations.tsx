import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { PowerView } from '@/lib/powers/loaders'

/** Letters and clues that rest on this version, as far as this person may open them. */
export async function Citations({ view: { citations } }: { view: PowerView }) {
  const t = await getTranslations('powers')
  const states = { recommendation: await getTranslations('recommendation.states'), clue: await getTranslations('clue.states') }
  const rows = [
    ...citations.letters.map((row) => ({ ...row, kind: 'recommendation' as const, href: `/recommendations/${row.id}` })),
    ...citations.clues.map((row) => ({ ...row, kind: 'clue' as const, href: `/clues/${row.id}` })),
  ]
  return (
    <Section title={t('citations')} count={rows.length}>
      <Table
        caption={t('citations')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ href }) => href}
        empty={<p className="text-muted">{t('noCitations')}</p>}
        columns={[
          { key: 'title', head: t('citing'), cell: ({ title }) => title },
          { key: 'kind', head: t('citingKind'), cell: ({ kind }) => t(`citingKinds.${kind}`), nowrap: true },
          { key: 'number', head: t('citingNumber'), cell: ({ number }) => number ?? t('none'), nowrap: true },
          { key: 'state', head: t('state'), cell: ({ kind, status }) => <Chip>{states[kind](status as never)}</Chip>, nowrap: true },
        ]}
      />
    </Section>
  )
}
