import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/procedure/due'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { CycleLine } from '@/lib/duty-cycles/data'
import type { DutyTally } from '@/lib/duty-cycles/schema'
import { localDate, today } from '@/lib/platform/clock'
import { Tally } from './tally'

const cycleHref = (id: string) => `/recommendations/cycles/${id}`

type Props = {
  readonly cycles: readonly CycleLine[]
  readonly tally: DutyTally | null
  /** Whose turn the next step may be: the agency reports, the office answers. */
  readonly side: 'agency' | 'office' | null
  readonly demands: readonly { readonly id: string; readonly ordinal: number }[]
}

/** 定期履职: cycle by cycle what was owed, by when, and what came; nothing late is ever taken away. */
export async function CycleTable({ cycles, tally, side, demands }: Props) {
  if (cycles.length === 0) return null
  const t = await getTranslations('dutyCycles')
  const states = await getTranslations('dutyCycle.states')
  const words = await getTranslations('dutyCycle')
  const next = nextOf(cycles, side)
  const ordinal = (demandId: string) => demands.find(({ id }) => id === demandId)?.ordinal ?? 0
  return (
    <Section
      id="duties" title={t('title')} count={tally ? <Tally tally={tally} /> : cycles.length} note={t('note')}
      actions={next && <LinkButton variant="primary" href={cycleHref(next.id)}>{t(side === 'agency' ? 'next' : 'waiting', { m: ordinal(next.demandId), n: next.ordinal })}</LinkButton>}
    >
      <Table<CycleLine>
        caption={t('title')}
        rows={cycles}
        rowKey={({ id }) => id}
        href={({ id }) => cycleHref(id)}
        columns={[
          { key: 'cycle', head: t('columns.cycle'), cell: (cycle) => `${t('ofDemand', { n: ordinal(cycle.demandId) })} · ${t('cycle', { n: cycle.ordinal })}`, nowrap: true },
          { key: 'period', head: t('columns.period'), cell: ({ fromOn, toOn }) => t('period', { from: localDate(fromOn), to: localDate(toOn) }), nowrap: true },
          { key: 'due', head: t('columns.due'), cell: ({ clock }) => <Due clock={clock} /> },
          { key: 'reported', head: t('columns.reported'), cell: ({ reportedOn, endReason }) => (reportedOn ? localDate(reportedOn) : <span className="text-muted">{endReason ? words(`values.reason.${endReason}` as never) : t('notReported')}</span>), nowrap: true },
          { key: 'state', head: t('columns.state'), cell: ({ status }) => <Chip>{states(status as never)}</Chip>, nowrap: true },
        ]}
      />
    </Section>
  )
}

/** The oldest cycle that wants something of this side now. */
function nextOf(cycles: readonly CycleLine[], side: Props['side']): CycleLine | undefined {
  const day = today()
  if (side === 'agency') return cycles.find(({ status, fromOn }) => (status === 'open' || status === 'askedAgain') && localDate(fromOn) <= day)
  return side === 'office' ? cycles.find(({ status }) => status === 'reported') : undefined
}
