import Link from 'next/link'
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** Keeps numbers and dates on one line. */
  nowrap?: boolean
  /** Has room for a title where there is any. */
  wide?: boolean
}

/**
 * Rows under a head that stays in view; on a phone each row is a card with the same facts, each under its label.
 * With `href` the first column leads to the record, and so does the whole row.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  href,
  empty,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  href?: (row: Row) => string | undefined
  empty?: ReactNode
}) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <table role="table" className="stacked-table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" data-align={column.align}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => {
          const target = href?.(row)
          return (
            <tr key={rowKey(row)} role="row" data-opens={target ? true : undefined}>
              {columns.map((column, index) => (
                <td key={column.key} role="cell" data-label={column.head} data-align={column.align} data-nowrap={column.nowrap} data-wide={column.wide}>
                  <div>{index === 0 && target ? <Link href={target}>{column.cell(row)}</Link> : column.cell(row)}</div>
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
