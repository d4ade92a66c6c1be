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
/** A box to choose the row by, for a form that stands elsewhere on the page. */
export type Pick = { readonly form: string; readonly name: string; readonly value: string; readonly label: string }
type Row = { readonly key: string; readonly cells: readonly ReactNode[]; readonly href?: string; readonly pick?: Pick }

/** The drawn table. In the browser's half, so that a row travels as its cells and not as its markup. */
export function TableView({ caption, heads, rows, pickHead }: { caption: string; heads: readonly Head[]; rows: readonly Row[]; pickHead?: string }) {
  const picks = rows.some(({ pick }) => pick)
  return (
    <div className="table-room">
      <table role="table" className="stacked-table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {picks && <th role="columnheader" scope="col">{pickHead}</th>}
            {heads.map(({ key, head, align }) => (
              <th key={key} role="columnheader" scope="col" data-align={align}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells, href, pick }) => (
            <tr key={key} role="row" data-opens={href ? true : undefined}>
              {picks && <td role="cell" data-label={pickHead} data-blank={pick ? undefined : true}><div>{pick && <PickBox {...pick} />}</div></td>}
              {heads.map((head, index) => (
                <td key={head.key} role="cell" data-leads={index === 0 && href ? true : undefined} data-label={head.head} data-align={head.align} data-nowrap={head.nowrap} data-wide={head.wide}>
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

function PickBox({ form, name, value, label }: Pick) {
  return (
    <label className="inline-flex size-6 items-center justify-center pointer-coarse:size-10">
      <input type="checkbox" form={form} name={name} value={value} className="size-4 accent-accent" />
      <span className="sr-only">{label}</span>
    </label>
  )
}
