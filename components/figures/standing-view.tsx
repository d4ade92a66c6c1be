'use client'

import { type Column, Table } from '@/components/ui/table'
import { percentOf } from '@/lib/figures/rules'
import { CountLink } from './count-link'
import { countOf, type Line } from './lines'
import { type ChartWords, StandingChart } from './standing-chart'

const rates = { inTime: ['inTimeOfDue', 'replyDue'], rectification: ['rectifiedOfDue', 'performDue'] } as const
type Rate = keyof typeof rates

export const columns = ['received', 'replied', 'inTime', 'rectified', 'rectification', 'overdue', 'relapsed'] as const
export type StandingWords = Readonly<Record<(typeof columns)[number] | 'name' | 'noRate', string>> & { readonly chart: ChartWords }

const isRate = (column: (typeof columns)[number]): column is Rate => column in rates

/** Drawn in the browser's half, so that a line travels as its numbers and not as what is made of them, three times over. */
export function StandingView({ caption, lines, words }: { caption: string; lines: readonly Line[]; words: StandingWords }) {
  const column = (name: (typeof columns)[number]): Column<Line> => isRate(name)
    ? { key: name, head: words[name], align: 'end', nowrap: true, cell: (line) => <Share line={line} of={rates[name]} none={words.noRate} /> }
    : { key: name, head: words[name], align: 'end', cell: (line) => <CountLink href={`${line.href}${name}`} count={countOf(line, name)} label={`${line.name} ${words[name]}`} /> }
  return (
    <>
      <StandingChart caption={caption} lines={lines} words={words.chart} />
      <Table caption={caption} rows={lines} rowKey={({ key }) => key} columns={[{ key: 'name', head: words.name, cell: ({ name }) => name }, ...columns.map(column)]} />
    </>
  )
}

function Share({ line, of: [of, all], none }: { line: Line; of: (typeof rates)[Rate]; none: string }) {
  const [some, whole] = [countOf(line, of), countOf(line, all)]
  const percent = percentOf(some, whole)
  return percent === null ? <span className="text-muted">{none}</span> : <>{`${percent}% `}<span className="text-muted">{`(${some}/${whole})`}</span></>
}
