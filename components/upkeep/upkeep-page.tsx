import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localMinute } from '@/lib/platform/clock'
import type { UpkeepView } from '@/lib/upkeep/loaders'

/** How the system itself is: what last night's checks found, by record, and whether its parts run. */
export async function UpkeepPage({ view }: { view: UpkeepView }) {
  const t = await getTranslations('upkeep')
  const { runs, last, health, missed } = view
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      {last && last.found > 0 && <Notice tone="neutral" icon="warning" title={t('found', { count: last.found })}>{t('whatToDo')}</Notice>}
      {last && last.found === 0 && !missed && <Notice tone="neutral" icon="check">{t('sound', { at: localMinute(last.endedAt) })}</Notice>}
      {missed && <Notice tone="neutral" icon="warning">{t('missed')}</Notice>}
      <Section title={t('parts.title')}>
        <DescriptionList
          columns={2}
          empty="—"
          facts={[
            { term: t('parts.version'), value: health.version },
            { term: t('parts.migrations'), value: t('parts.migrationsOf', { applied: health.migrations.applied, shipped: health.migrations.shipped }) },
            { term: t('parts.worker'), value: health.workerLagMs === null ? t('parts.never') : t('parts.secondsAgo', { seconds: Math.round(health.workerLagMs / 1000) }) },
            { term: t('parts.lastCheck'), value: last ? localMinute(last.endedAt) : t('parts.never') },
          ]}
        />
      </Section>
      {last && last.findings.length > 0 && (
        <Section title={t('findings.title')}>
          <Table
            caption={t('findings.title')}
            rows={last.findings}
            rowKey={({ check, subjectType, subjectId }) => `${check} ${subjectType} ${subjectId}`}
            columns={[
              { key: 'check', head: t('findings.check'), cell: ({ check }) => (t.has(`checks.${check}` as never) ? t(`checks.${check as 'noQueue'}`) : check) },
              { key: 'record', head: t('findings.record'), cell: ({ subjectType, subjectId }) => `${subjectType} ${subjectId}` },
            ]}
          />
        </Section>
      )}
      <Section title={t('runs.title')}>
        <Table
          caption={t('runs.title')}
          rows={runs}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="shield" title={t('runs.emptyTitle')} body={t('runs.emptyBody')} />}
          columns={[
            { key: 'at', head: t('runs.at'), cell: ({ startedAt }) => localMinute(startedAt), nowrap: true },
            { key: 'took', head: t('runs.took'), cell: ({ startedAt, endedAt }) => t('runs.seconds', { seconds: Math.round((endedAt.getTime() - startedAt.getTime()) / 1000) }), align: 'end' },
            { key: 'found', head: t('runs.found'), cell: ({ found }) => found, align: 'end' },
          ]}
        />
      </Section>
    </Page>
  )
}
