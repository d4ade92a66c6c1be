import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { CaseView } from '@/lib/cases/loaders'
import { localDate } from '@/lib/platform/clock'

/** 证据清单 with the hash each file had when it came in (办案规则 34, 38). */
export async function EvidenceList({ evidence }: { evidence: CaseView['evidence'] }) {
  const t = await getTranslations('cases.record')
  const kinds = await getTranslations('case.values.kind')
  return (
    <Section title={t('evidence')} count={evidence.length} note={t('evidenceNote')}>
      <Table
        caption={t('evidence')}
        rows={evidence}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t('noEvidence')}</p>}
        columns={[
          { key: 'ordinal', head: t('ordinal'), cell: ({ ordinal }) => ordinal, align: 'end' },
          { key: 'kind', head: t('kind'), cell: ({ kind }) => kinds(kind as never), nowrap: true },
          { key: 'title', head: t('title'), cell: ({ title }) => title },
          { key: 'proves', head: t('proves'), cell: ({ proves }) => proves },
          {
            key: 'obtained', head: t('obtained'),
            cell: ({ obtainedOn, obtainedFrom, obtainedBy }) => `${localDate(obtainedOn)} ${obtainedFrom} ${obtainedBy}`,
          },
          { key: 'file', head: t('file'), cell: ({ fileId, sha256 }) => <EvidenceFile fileId={fileId} sha256={sha256} /> },
        ]}
      />
    </Section>
  )
}

async function EvidenceFile({ fileId, sha256 }: { fileId: string | null; sha256: string | null }) {
  const t = await getTranslations('cases.record')
  if (!fileId || !sha256) return <span className="text-muted">{t('noFile')}</span>
  return (
    <>
      <a className="inline-block min-h-6 text-link" href={`/api/files/${fileId}`} download>
        {t('download')}
      </a>
      <details>
        <summary className="text-sm text-muted">{t('hash')}</summary>
        <code className="text-xs break-all">{sha256}</code>
      </details>
    </>
  )
}
