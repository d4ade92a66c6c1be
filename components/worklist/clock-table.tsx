import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/procedure/due'
import { Table } from '@/components/ui/table'
import type { DeskClock } from '@/lib/worklist/schema'

export type LinkedClock = DeskClock & { readonly href: string }

/** Clocks, each leading to its record; `party` says which other side the table names. */
export async function ClockTable({ clocks, units, party, caption }: {
  clocks: readonly LinkedClock[]
  units: Readonly<Record<string, string>>
  party: 'by' | 'to'
  caption: string
}) {
  const t = await getTranslations('worklist.columns')
  const duty = await getTranslations('duties')
  return (
    <Table
      caption={caption}
      rows={clocks}
      rowKey={(clock) => clock.id}
      href={(clock) => clock.href}
      columns={[
        { key: 'duty', head: t('duty'), cell: (clock) => duty(clock.duty as never) },
        { key: 'record', head: t('record'), cell: (clock) => clock.title, wide: true },
        { key: party, head: t(party), cell: (clock) => units[(party === 'by' ? clock.owedByUnitId : clock.owedToUnitId) ?? ''] ?? '—' },
        { key: 'due', head: t('due'), cell: (clock) => <Due clock={clock} /> },
      ]}
    />
  )
}
