import type { Inline } from './syntax'
import type { Field, ItemField } from './template'
import { boxes, holds, written, type PaperData } from './values'

/** Where a name is looked up: the item of the list one stands in, then the paper. */
export type Scope = {
  value: (name: string) => unknown
  field: (name: string) => Field | ItemField | undefined
}

export function rootScope(fields: Record<string, Field>, data: PaperData): Scope {
  return { value: (name) => data[name], field: (name) => fields[name] }
}

export function itemScope(outer: Scope, list: string, item: unknown, at: number): Scope {
  const field = outer.field(list)
  const fields = field && 'items' in field ? (field.items ?? {}) : {}
  const own = new Map<string, unknown>(
    typeof item === 'object' && item !== null ? Object.entries(item) : [['item', item]],
  )
  own.set('index', at + 1)
  const isOwn = (name: string) => own.has(name) || name in fields
  return {
    value: (name) => (isOwn(name) ? own.get(name) : outer.value(name)),
    field: (name) => (isOwn(name) ? fields[name] : outer.field(name)),
  }
}

export function itemsOf(scope: Scope, name: string): unknown[] {
  const value = scope.value(name)
  return Array.isArray(value) ? value : []
}

/** The words of one line. */
export function write(parts: Inline[], scope: Scope): string {
  return nestTitles(joinStops(parts.map((part) => writePart(part, scope)).join('')))
}

function writePart(part: Inline, scope: Scope): string {
  switch (part.type) {
    case 'text':
      return part.text
    case 'value':
      return written(scope.field(part.name), scope.value(part.name))
    case 'boxes':
      return boxes(scope.field(part.name), scope.value(part.name))
    case 'if':
      return write(holds(part.condition, scope.value) ? part.then : part.otherwise, scope)
    case 'each':
      return itemsOf(scope, part.name)
        .map((item, at) => write(part.body, itemScope(scope, part.name, item, at)))
        .join('')
  }
}

/** People end their text with a stop where the template has one already. */
function joinStops(text: string): string {
  return text.replace(/[。；]+([。；，])/g, '$1')
}

/** A title inside a title takes single brackets. */
function nestTitles(text: string): string {
  let depth = 0
  return text.replace(/[《》]/g, (mark) => {
    if (mark === '《') return (depth += 1) > 1 ? '〈' : mark
    return (depth = Math.max(0, depth - 1)) > 0 ? '〉' : mark
  })
}
