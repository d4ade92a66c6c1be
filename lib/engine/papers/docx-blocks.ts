import {
  BorderStyle, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType,
} from 'docx'
import type { Block, Cell, PaperContent, Row } from './blocks'
import { pageFormat } from './format'
import { centred, characters, dots, exactLine, paragraph, right, run, twip } from './docx-text'
import { signatureIndents } from './signature'
import { attachmentLines } from './text'

type DrawOptions = { format: PaperContent['format']; sealed: boolean; keepNext: boolean }
type Of<T extends Block['type']> = Extract<Block, { type: T }>

/** A row that is written on by hand or holds an opinion. */
const tallMm = 12
/** A row with more signs than this may break over pages. */
const wholeRow = 300

export const isForm = (format: PaperContent['format']) => format === 'form' || format === 'receipt'

const closing: string[] = ['attachments', 'signature', 'copies']

/** Signature and date never stand alone on a page, so what comes before them keeps with them. */
export function drawBody({ blocks, format }: PaperContent, sealed: boolean): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) =>
    drawBlock(block, { format, sealed, keepNext: closing.includes(blocks[at + 1]?.type ?? '') }),
  )
}

function drawBlock(block: Block, options: DrawOptions): (Paragraph | Table)[] {
  const small = isForm(options.format) ? { sizePt: pageFormat().sizePt.small } : {}
  switch (block.type) {
    case 'addressee':
      return [paragraph(block.text)]
    case 'heading':
      return [
        paragraph(block.text, { face: block.level === 1 ? 'heading' : 'subheading' }, {
          indent: { firstLine: characters(2) },
          keepNext: true,
        }),
      ]
    case 'paragraph':
      return [
        paragraph(block.text, small, {
          ...(small.sizePt ? { spacing: exactLine(small.sizePt * 1.5) } : {}),
          keepNext: options.keepNext,
          ...(block.indent ? { indent: { firstLine: characters(2) } } : {}),
        }),
      ]
    case 'labelled': {
      const hang = characters(block.label.length)
      return [
        new Paragraph({
          spacing: exactLine(),
          indent: { left: characters(2) + hang, hanging: hang },
          children: [run(block.label, { face: 'heading' }), run(block.text)],
        }),
      ]
    }
    case 'table':
      return [drawTable(block, options)]
    case 'attachments':
      return drawAttachments(block, options)
    case 'signature':
      return drawSignature(block, options)
    case 'copies':
      return drawCopies(block)
  }
}

function drawTable(block: Of<'table'>, { format }: DrawOptions): Table {
  const { page, sizePt } = pageFormat()
  const full = twip(page.widthMm - page.leftMm - page.rightMm)
  const whole = block.widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = block.widths.map((width) => Math.round((full * width) / whole))
  const look = format === 'form' ? { sizePt: sizePt.table, line: 1.25, edge: 15 } : { sizePt: isForm(format) ? sizePt.small : sizePt.table, line: 1.35, edge: 40 }
  return new Table({
    width: { size: full, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    rows: block.rows.map((row, at) => drawRow(row, columnWidths, { ...look, keepNext: keepsNext(row, block.rows[at + 1]) })),
  })
}

const isWhole = ({ cells }: Row) => cells.every(({ text }) => text.join('').length < wholeRow)
/** Opinions and signatures go to the next page together, not the last of them alone. */
const keepsNext = (row: Row, next: Row | undefined) => row.tall && isWhole(row) && next?.tall === true

type RowLook = { sizePt: number; line: number; edge: number; keepNext: boolean }

function drawRow(row: Row, columnWidths: number[], look: RowLook): TableRow {
  let at = 0
  const cells = row.cells.map((cell) => {
    const width = columnWidths.slice(at, at + cell.span).reduce((sum, one) => sum + one, 0)
    at += cell.span
    return drawCell(cell, width, look)
  })
  return new TableRow({
    cantSplit: isWhole(row),
    tableHeader: row.cells.every((cell) => cell.role === 'head'),
    height: { value: row.tall ? twip(tallMm) : dots(look.sizePt * (look.line + 0.55)), rule: HeightRule.ATLEAST },
    children: cells,
  })
}

function drawCell(cell: Cell, width: number, { sizePt, line, edge, keepNext }: RowLook): TableCell {
  const texts = cell.text.length > 0 ? cell.text : ['']
  const middle = cell.role !== 'value' ? centred : {}
  return new TableCell({
    columnSpan: cell.span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: edge, bottom: edge, marginUnitType: WidthType.DXA },
    children: texts.map((text) =>
      paragraph(text, { sizePt, face: cell.role === 'head' ? 'heading' : 'body' }, { ...middle, keepNext, spacing: exactLine(sizePt * line) }),
    ),
  })
}

/** 附件 stands two characters in; further ones line up under the first. */
function drawAttachments(block: Of<'attachments'>, { keepNext }: DrawOptions): Paragraph[] {
  const label = block.label.length
  return [
    new Paragraph({ spacing: exactLine(), keepNext: true, children: [] }),
    ...attachmentLines(block.items).map((line, at) =>
      paragraph(at === 0 ? block.label + line : line, {}, {
        keepNext,
        indent: { left: characters(2 + label), ...(at === 0 ? { hanging: characters(label) } : {}) },
      }),
    ),
  ]
}

function drawSignature(block: Of<'signature'>, { sealed, keepNext, format }: DrawOptions): Paragraph[] {
  const indents = signatureIndents(block)
  const lines = [...block.lines, ...(block.date ? [block.date] : [])]
  const drawn = lines.map((line, at) =>
    paragraph(line, {}, {
      ...right,
      keepLines: true,
      keepNext: keepNext || at < lines.length - 1,
      indent: { right: characters(indents[at] ?? 0) },
    }),
  )
  const gap = () => new Paragraph({ spacing: exactLine(), keepNext: true, children: [] })
  const { sizePt } = pageFormat()
  const place =
    block.sealPlace && !sealed
      ? paragraph(block.sealPlace, { sizePt: sizePt.table, colour: '8C8C8C' }, { ...right, keepNext: true, indent: { right: characters(indents.at(-1) ?? 0) } })
      : gap()
  if (format === 'form' && !block.sealPlace) return drawn
  return isForm(format) ? [place, ...drawn] : [gap(), place, ...drawn]
}

/** 版记: rules as wide as the text, words one character in. */
function drawCopies(block: Of<'copies'>): (Paragraph | Table)[] {
  const { page, sizePt, words } = pageFormat()
  const full = twip(page.widthMm - page.leftMm - page.rightMm)
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const hang = dots((block.text.indexOf(words.colon) + 1) * sizePt.small)
  const text = paragraph(block.text, { sizePt: sizePt.small }, {
    spacing: exactLine(sizePt.small * 1.6),
    indent: { left: characters(1) + hang, right: characters(1), hanging: hang },
  })
  const cell = new TableCell({ width: { size: full, type: WidthType.DXA }, children: [text] })
  return [
    new Paragraph({ spacing: exactLine(), keepNext: true, children: [] }),
    new Table({
      width: { size: full, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: [full],
      borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: [new TableRow({ cantSplit: true, children: [cell] })],
    }),
  ]
}
