import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { CaseView } from '@/lib/cases/loaders'

type Paper = CaseView['papers'][number]

/** 卷宗: 正卷 and, inside the office, 内卷. */
export async function PaperTables({ papers, inner }: { papers: readonly Paper[]; inner: boolean }) {
  const t = await getTranslations('cases.record')
  const sorted = [...papers].sort((a, b) => a.issuedOn.localeCompare(b.issuedOn) || a.id.localeCompare(b.id))
  return (
    <>
      <PaperTable title={t('mainPart')} papers={sorted.filter(({ zone }) => zone === 'main')} />
      {inner && <PaperTable title={t('innerPart')} note={t('innerNote')} papers={sorted.filter(({ zone }) => zone === 'inner')} />}
    </>
  )
}

async function PaperTable({ title, note, papers }: { title: string; note?: string; papers: readonly Paper[] }) {
  const t = await getTranslations('cases.record')
  const kinds = await getTranslations('papers.kinds')
  return (
    <Section title={title} note={note} count={papers.length}>
      <Table
        caption={title}
        rows={papers}
        rowKey={({ id }) => id}
        href={({ id }) => `/papers/${id}`}
        empty={<p className="text-muted">{t('noPapers')}</p>}
        columns={[
          { key: 'paper', head: t('paper'), cell: ({ kind, onBehalf }) => <>{kinds(kind as never)} {onBehalf && <Chip>{t('onBehalf')}</Chip>}</> },
          { key: 'number', head: t('paperNumber'), cell: ({ number }) => number ?? '—', nowrap: true },
          { key: 'issuedOn', head: t('issuedOn'), cell: ({ issuedOn }) => issuedOn, nowrap: true },
        ]}
      />
    </Section>
  )
}
