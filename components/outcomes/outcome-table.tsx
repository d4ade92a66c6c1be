import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip'
import { Table } from '@/components/ui/table'
import type { OutcomesView } from '@/lib/outcomes/loaders'
import { kindOf } from '@/lib/outcomes/rules/kinds'

type Row = OutcomesView['rows'][number]

/** Outcomes in rows: what was entered stands apart from what counts. */
export async function OutcomeTable({ caption, rows, empty, ofCase = false }: { caption: string; rows: readonly Row[]; empty: ReactNode; ofCase?: boolean }) {
  const t = await getTranslations('outcomes')
  const kinds = await getTranslations('outcomeKinds')
  const states = await getTranslations('outcome.states')
  const unit = (kind: string) => kinds(`units.${kindOf(kind).unit}`)
  const entered = ({ kind, amount, points, struck }: Row) => (amount === null ? t('struckOf', { struck, points }) : `${amount} ${unit(kind)}`)
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      href={({ id }) => `/outcomes/${id}`}
      empty={empty}
      columns={[
        ...(ofCase ? [] : [{ key: 'case', head: t('case'), cell: ({ caseNumber }: Row) => caseNumber, nowrap: true }]),
        { key: 'title', head: t('name'), cell: ({ title }) => title },
        { key: 'kind', head: t('kind'), cell: ({ kind }) => kinds(`${kind as 'moneyRecovered'}.name`) },
        ...(ofCase ? [] : [{ key: 'agency', head: t('agency'), cell: ({ agency }: Row) => agency, nowrap: true }]),
        { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{states(status)}</Chip>, nowrap: true },
        { key: 'day', head: t('achievedOn'), cell: ({ achievedOn }) => achievedOn ?? '—', nowrap: true },
        { key: 'entered', head: t('entered'), align: 'end', cell: entered, nowrap: true },
        { key: 'counted', head: t('counted'), align: 'end', cell: ({ kind, counts, counted }) => (counts ? `${counted} ${unit(kind)}` : '—'), nowrap: true },
      ]}
    />
  )
}
