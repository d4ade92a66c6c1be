import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { ClueView } from '@/lib/clues/loaders'

/** A hint for the evaluation: same place, unit or words. The person compares and, if so, proposes to merge. */
export async function SimilarClues({ view: { similar, clue } }: { view: ClueView }) {
  const t = await getTranslations('clues')
  const states = await getTranslations('clue.states')
  return (
    <Section title={t('section.similar')} count={similar.length}>
      <Table
        caption={t('section.similar')}
        rows={similar}
        rowKey={({ id }) => id}
        href={({ id }) => `/clues/${id}`}
        empty={<p className="text-muted">{t('similar.none')}</p>}
        columns={[
          { key: 'number', head: t('column.number'), cell: ({ number }) => number, nowrap: true },
          { key: 'title', head: t('column.title'), cell: ({ title }) => title },
          {
            key: 'marks', head: t('similar.why'),
            cell: ({ marks }) => <span className="inline-flex flex-wrap gap-1">{marks.map((mark) => <Chip key={mark}>{t(`similar.${mark}`)}</Chip>)}</span>,
          },
          { key: 'stage', head: t('column.stage'), cell: ({ status }) => <Chip>{states(status)}</Chip>, nowrap: true },
          {
            key: 'compare', head: t('similar.compare'), nowrap: true,
            cell: ({ id }) => <Link className="relative z-10 text-link" href={`/clues/${clue.id}/compare/${id}`}>{t('similar.compare')}</Link>,
          },
        ]}
      />
    </Section>
  )
}
