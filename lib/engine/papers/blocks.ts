/** What a composed paper is made of. Screen, print and DOCX draw the same blocks. */

export const formats = ['redHead', 'letter', 'procuratorial', 'form', 'minutes', 'receipt'] as const
export type PaperFormat = (typeof formats)[number]

export const zones = ['main', 'inner'] as const
export type PaperZone = (typeof zones)[number]

export type Cell = {
  text: string[]
  /** Columns of the table's grid that the cell covers. */
  span: number
  role: 'label' | 'value' | 'head'
}

export type Row = { cells: Cell[]; tall: boolean }

export type Block =
  | { type: 'addressee'; text: string }
  | { type: 'heading'; level: 1 | 2; text: string }
  | { type: 'paragraph'; text: string; indent: boolean }
  | { type: 'labelled'; label: string; text: string }
  | { type: 'table'; widths: number[]; rows: Row[] }
  | { type: 'attachments'; label: string; items: string[] }
  | { type: 'signature'; lines: string[]; date: string | null; sealPlace: string | null }
  | { type: 'copies'; text: string }

export type PaperContent = {
  kind: string
  name: string
  version: number
  format: PaperFormat
  zone: PaperZone
  /** 发文机关标志 or, on a procuratorial paper, the name of the procuratorate. */
  mark: string
  number: string | null
  /** 签发人, on papers that go up. */
  signer: string | null
  title: string
  /** Words in the upper left corner, e.g. that the paper stays inside. */
  corner: string | null
  blocks: Block[]
}
