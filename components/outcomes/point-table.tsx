import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { PhotoPair } from '@/components/ui/photo-pair'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import type { OutcomeView } from '@/lib/outcomes/loaders'

/** 整改对象: each point with its photographs, who reported it and who struck it off; those still open first. */
export async function PointTable({ view: { row, kind, names } }: { view: OutcomeView }) {
  const t = await getTranslations('outcomes')
  const kinds = await getTranslations('outcomeKinds')
  const points = [...row.points].sort((a, b) => Number(a.status === 'struck') - Number(b.status === 'struck') || a.ordinal - b.ordinal)
  const photo = (id: string | null, name: string) => (id ? { src: `/api/files/${id}?inline`, alt: name } : undefined)
  return (
    <Section title={t('points')} count={row.points.length}>
      <p className="text-muted">{t('struckOf', { struck: row.struckPoints, points: row.points.length })}</p>
      <Table
        caption={t('points')}
        rows={points}
        rowKey={({ id }) => id}
        columns={[
          { key: 'ordinal', head: t('ordinal'), cell: ({ ordinal }) => ordinal, nowrap: true },
          { key: 'name', head: t('point'), cell: ({ name, finding }) => <>{name}{finding && <div className="text-sm text-muted">{finding}</div>}</> },
          { key: 'count', head: t('countIn', { unit: kinds(`units.${kind.unit}`) }), align: 'end', cell: ({ count }) => count },
          { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{t(`pointStates.${status as 'open'}`)}</Chip>, nowrap: true },
          {
            key: 'fixed', head: t('fixedOn'), nowrap: true,
            cell: ({ fixedOn, reportedById }) => (fixedOn ? <>{localDate(fixedOn)}<div className="text-sm text-muted">{reportedById && names[reportedById]}</div></> : '—'),
          },
          {
            key: 'struck', head: t('struckOn'), nowrap: true,
            cell: ({ struckOn, struckById }) => (struckOn ? <>{localDate(struckOn)}<div className="text-sm text-muted">{struckById && names[struckById]}</div></> : '—'),
          },
          {
            key: 'photos', head: t('photos'),
            cell: ({ name, beforeFileId, afterFileId }) => (
              <PhotoPair before={photo(beforeFileId, `${name} ${t('before')}`)} after={photo(afterFileId, `${name} ${t('after')}`)} labels={{ before: t('before'), after: t('after'), missing: t('noPhoto') }} />
            ),
          },
        ]}
      />
    </Section>
  )
}
