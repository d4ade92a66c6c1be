'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

export type Head = {
  key: string
  head: string
  align?: 'start' | 'end'
  /** Keeps numbers and dates on one line. */
  nowrap?: boolean
  /** Has room for a title where there is any. */
  wide?: boolean
}
type Row = { readonly key: string; readonly cells: readonly ReactNode[]; readonly href?: string }

/** The drawn table. In the browser's half, so that a row travels as its cells and not as its markup. */
export function TableView({ caption, heads, rows }: { caption: string; heads: readonly Head[]; rows: readonly Row[] }) {
  return (
    <div className="table-room">
      <table role="table" className="stacked-table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map(({ key, head, align }) => (
              <th key={key} role="columnheader" scope="col" data-align={align}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells, href }) => (
            <tr key={key} role="row" data-opens={href ? true : undefined}>
              {heads.map((head, index) => (
                <td key={head.key} role="cell" data-label={head.head} data-align={head.align} data-nowrap={head.nowrap} data-wide={head.wide}>
                  <div>{index === 0 && href ? <Link href={href}>{cells[index]}</Link> : cells[index]}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
