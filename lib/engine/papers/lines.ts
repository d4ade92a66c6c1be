import type { Block, Cell, Row } from './blocks'
import { numeral, pageFormat } from './format'
import type { Inline, Line, RowLook } from './syntax'
import { holds, written } from './values'
import { itemScope, itemsOf, write, type Scope } from './write'

export type Drawn = { blocks: Block[]; title?: string; mark?: string; signer?: string }

type State = Drawn & {
  /** Chapter, section, item. */
  counters: number[]
  widths: number[]
}

export function drawLines(lines: Line[], scope: Scope): Drawn {
  const state: State = { blocks: [], counters: [0, 0, 0], widths: [] }
  for (const line of lines) drawLine(line, scope, state)
  return { blocks: state.blocks, title: state.title, mark: state.mark, signer: state.signer }
}

function drawLine(line: Line, scope: Scope, state: State): void {
  switch (line.type) {
    case 'if':
      for (const inner of holds(line.condition, scope.value) ? line.then : line.otherwise) {
        drawLine(inner, scope, state)
      }
      return
    case 'each':
      itemsOf(scope, line.name).forEach((item, at) => {
        const own = itemScope(scope, line.name, item, at)
        for (const inner of line.body) drawLine(inner, own, state)
      })
      return
    case 'heading':
      drawHeading(line.level, write(line.text, scope), state)
      return
    case 'paragraph':
      for (const text of paragraphs(write(line.text, scope))) {
        state.blocks.push({ type: 'paragraph', text, indent: line.indent })
      }
      return
    case 'row':
      drawRow(line.look, line.cells, scope, state)
      return
    case 'directive':
      drawDirective(line.name, line.raw, write(line.text, scope), scope, state)
  }
}

function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function drawHeading(level: 1 | 2 | 3, text: string, state: State): void {
  const { words } = pageFormat()
  state.counters[level - 1] = (state.counters[level - 1] ?? 0) + 1
  for (let below = level; below < 3; below += 1) state.counters[below] = 0
  const n = state.counters[level - 1] ?? 1
  if (level === 3) {
    const [first = '', ...rest] = paragraphs(text)
    const item = words.item.replace('{n}', String(n))
    for (const one of [item + first, ...rest]) {
      state.blocks.push({ type: 'paragraph', text: one, indent: true })
    }
    return
  }
  const pattern = level === 1 ? words.chapter : words.section
  state.blocks.push({ type: 'heading', level, text: pattern.replace('{n}', numeral(n)) + text })
}

/** Rows that follow one another are one table; the last cell of a short row spans the rest. */
function drawRow(
  look: RowLook,
  sources: Inline[][],
  scope: Scope,
  state: State,
): void {
  const row: Row = {
    tall: look === 'tall',
    cells: sources.map((parts, at) => ({
      text: paragraphs(write(parts, scope)),
      span: at === sources.length - 1 ? Math.max(1, state.widths.length - at) : 1,
      role: roleOf(look, at),
    })),
  }
  const last = state.blocks.at(-1)
  if (last?.type === 'table' && last.widths === state.widths) last.rows.push(row)
  else state.blocks.push({ type: 'table', widths: state.widths, rows: [row] })
}

function drawDirective(name: string, raw: string, text: string, scope: Scope, state: State): void {
  const { words } = pageFormat()
  switch (name) {
    case 'title':
      state.title = text
      return
    case 'mark':
      state.mark = text
      return
    case 'signer':
      state.signer = text === '' ? undefined : words.signer + words.colon + text
      return
    case 'to':
      state.blocks.push({ type: 'addressee', text: text + words.colon })
      return
    case 'widths':
      state.widths = raw.split(/\s+/).map(Number)
      return
    case 'label': {
      const at = text.indexOf('|')
      const value = text.slice(at + 1).trim()
      if (value !== '') {
        state.blocks.push({ type: 'labelled', label: text.slice(0, at).trim() + words.colon, text: value })
      }
      return
    }
    case 'table':
      drawTable(raw, scope, state)
      return
    case 'attachments': {
      const items = itemsOf(scope, raw).map((one) => written(undefined, one))
      if (items.length > 0) {
        state.blocks.push({ type: 'attachments', label: words.attachment + words.colon, items })
      }
      return
    }
    case 'sign':
    case 'signed': {
      const sealPlace = name === 'sign' ? words.sealPlace : null
      state.blocks.push({ type: 'signature', lines: paragraphs(text), date: null, sealPlace })
      return
    }
    case 'date': {
      const last = state.blocks.at(-1)
      if (last?.type === 'signature') last.date = text
      else state.blocks.push({ type: 'signature', lines: [], date: text, sealPlace: null })
      return
    }
    case 'copies': {
      const to = written(undefined, scope.value(raw))
      if (to !== '') {
        state.blocks.push({ type: 'copies', text: words.copies + words.colon + to + words.end })
      }
      return
    }
    default:
      throw new Error(`unknown directive @${name}`)
  }
}

function roleOf(look: RowLook, at: number): Cell['role'] {
  if (look === 'head') return 'head'
  return look !== 'plain' && at % 2 === 0 ? 'label' : 'value'
}

function drawTable(name: string, scope: Scope, state: State): void {
  const field = scope.field(name)
  const columns = Object.entries(field && 'items' in field ? (field.items ?? {}) : {})
  const items = itemsOf(scope, name)
  if (items.length === 0) return
  const head: Row = {
    tall: false,
    cells: columns.map(([, column]) => ({ text: [column.label], span: 1, role: 'head' })),
  }
  const rows = items.map((item, at): Row => {
    const own = itemScope(scope, name, item, at)
    return {
      tall: false,
      cells: columns.map(([key, column]) => ({
        text: paragraphs(written(column, own.value(key))),
        span: 1,
        role: 'value',
      })),
    }
  })
  state.blocks.push({
    type: 'table',
    widths: columns.map(([, column]) => column.width ?? 1),
    rows: [head, ...rows],
  })
}
