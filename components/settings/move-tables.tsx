import { getTranslations } from 'next-intl/server'
import { pagerLabels } from '@/components/shell/labels'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadCalendarYear } from '@/lib/settings/loaders/calendar'
import { localMinute } from '@/lib/platform/clock'

export type YearData = Awaited<ReturnType<typeof loadCalendarYear>>

/** Every recount of the year with its cause and its figures. */
export async function ReportTable({ reports }: Pick<YearData, 'reports'>) {
  const t = await getTranslations('settings.year')
  return (
    <Section title={t('reports')} note={t('reportsNote')} count={reports.length}>
      <Table
        caption={t('reports')}
        rows={reports}
        rowKey={(report) => report.id}
        empty={<p className="text-muted">{t('noReports')}</p>}
        columns={[
          {
            key: 'when', head: t('when'), nowrap: true,
            cell: ({ madeAt }) => localMinute(madeAt),
          },
          { key: 'step', head: t('step'), cell: ({ step, day, reason }) => <>{t(`steps.${step}` as never, { day: day ?? '' } as never)}{reason && <span className="block text-sm text-muted">{reason}</span>}</> },
          { key: 'by', head: t('by'), cell: ({ madeBy }) => madeBy, nowrap: true },
          { key: 'counted', head: t('counted'), cell: ({ counted }) => counted, align: 'end' },
          { key: 'moved', head: t('moved'), cell: ({ moved }) => moved, align: 'end' },
        ]}
      />
    </Section>
  )
}

type Move = YearData['moves'][number]

function effectOf({ beforeOn, afterOn, satisfiedOn }: Move): 'open' | 'inTime' | 'late' | 'nowLate' | 'nowInTime' {
  if (satisfiedOn === null) return 'open'
  const [was, is] = [satisfiedOn > beforeOn, satisfiedOn > afterOn]
  if (was === is) return is ? 'late' : 'inTime'
  return is ? 'nowLate' : 'nowInTime'
}

/** Each clock that moved, before and after; the matter itself is not the administrator's to see. */
export async function MoveTable({ data: { moves, page, pageSize, total, row } }: { data: YearData }) {
  const t = await getTranslations('settings.year')
  const duties = await getTranslations('duties')
  const from = (page - 1) * pageSize
  return (
    <Section title={t('moves')} note={t('movesNote')} count={total}>
      <Table
        caption={t('moves')}
        rows={moves}
        rowKey={(move) => move.id}
        empty={<p className="text-muted">{t('noMoves')}</p>}
        columns={[
          { key: 'place', head: t('place'), cell: (move) => move.place, nowrap: true },
          { key: 'unit', head: t('unit'), cell: (move) => move.unit },
          { key: 'duty', head: t('duty'), cell: (move) => duties(move.duty as never) },
          { key: 'before', head: t('before'), cell: (move) => move.beforeOn, nowrap: true },
          { key: 'after', head: t('after'), cell: (move) => move.afterOn, nowrap: true },
          { key: 'effect', head: t('effect'), cell: (move) => t(`effects.${effectOf(move)}`) },
        ]}
      />
      {total > pageSize && (
        <Pager
          path={`/admin/calendar/${row.year}`}
          query={{}}
          page={page}
          hasNext={from + moves.length < total}
          labels={await pagerLabels({ from: moves.length > 0 ? from + 1 : 0, to: from + moves.length, total })}
        />
      )}
    </Section>
  )
}
