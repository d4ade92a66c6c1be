import type { ReactNode } from 'react'
import { type Head, type Pick, TableView } from './table-view'

export type Column<Row> = Head & { cell: (row: Row) => ReactNode }

/**
 * Rows under a head that stays in view; where it is narrow each row is a card with the same facts, each under its label.
 * With `href` the first column leads to the record, and so does the whole row.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  href,
  pick,
  empty,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  href?: (row: Row) => string | undefined
  /** Which rows can be chosen, and what the column of the boxes is called. */
  pick?: { readonly head: string; readonly of: (row: Row) => Pick | undefined }
  empty?: ReactNode
}) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <TableView
      caption={caption}
      heads={columns.map(({ cell: _, ...head }) => head)}
      pickHead={pick?.head}
      rows={rows.map((row) => {
        const [target, box] = [href?.(row), pick?.of(row)]
        return { key: rowKey(row), cells: columns.map(({ cell }) => cell(row)), ...(target ? { href: target } : {}), ...(box ? { pick: box } : {}) }
      })}
    />
  )
}
