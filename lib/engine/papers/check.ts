import { pageFormat } from './format'
import type { Field, ItemField, Template } from './template'
import { holds, isEmpty, type PaperData } from './values'

export type PaperProblem = {
  /** `cause` or `demands[1].measure` */
  path: string
  /** What the official knows it by. */
  label: string
  reason: 'missing' | 'malformed' | 'unknown'
}

export function fieldsOf(template: Template): Record<string, Field> {
  return { ...pageFormat().commonFields, ...template.fields }
}

/** Everything that keeps this data from becoming the paper. */
export function checkData(template: Template, data: PaperData): PaperProblem[] {
  const fields = fieldsOf(template)
  const problems: PaperProblem[] = Object.keys(data)
    .filter((name) => !(name in fields))
    .map((name) => ({ path: name, label: name, reason: 'unknown' }))
  for (const [name, field] of Object.entries(fields)) {
    problems.push(...checkField(name, field, data))
  }
  return problems
}

function checkField(name: string, field: Field, data: PaperData): PaperProblem[] {
  const value = data[name]
  const needed =
    field.required ||
    (field.requiredWhen !== undefined && holds(field.requiredWhen, (other) => data[other]))
  if (isEmpty(value) && value !== false) {
    return needed ? [{ path: name, label: field.label, reason: 'missing' }] : []
  }
  if (field.type === 'list' || field.type === 'table') return checkList(name, field, value)
  return fits(field, value) ? [] : [{ path: name, label: field.label, reason: 'malformed' }]
}

function checkList(name: string, field: Field, value: unknown): PaperProblem[] {
  if (!Array.isArray(value)) return [{ path: name, label: field.label, reason: 'malformed' }]
  const { ordinal } = pageFormat().words
  return value.flatMap((one: unknown, at) => {
    const path = `${name}[${at}]`
    const label = `${field.label} ${ordinal.replace('{n}', String(at + 1))}`
    if (!field.items) {
      return typeof one === 'string' ? [] : [{ path, label, reason: 'malformed' as const }]
    }
    if (typeof one !== 'object' || one === null) {
      return [{ path, label, reason: 'malformed' as const }]
    }
    return checkItem(path, label, field.items, new Map(Object.entries(one)))
  })
}

function checkItem(
  path: string,
  label: string,
  fields: Record<string, ItemField>,
  item: Map<string, unknown>,
): PaperProblem[] {
  const problems: PaperProblem[] = [...item.keys()]
    .filter((name) => !(name in fields))
    .map((name) => ({ path: `${path}.${name}`, label: name, reason: 'unknown' }))
  for (const [name, field] of Object.entries(fields)) {
    const value = item.get(name)
    const at = { path: `${path}.${name}`, label: `${label} ${field.label}` }
    if (isEmpty(value) && value !== false) {
      if (field.required) problems.push({ ...at, reason: 'missing' })
    } else if (!fits(field, value)) {
      problems.push({ ...at, reason: 'malformed' })
    }
  }
  return problems
}

function fits(field: Field | ItemField, value: unknown): boolean {
  switch (field.type) {
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && value in (field.values ?? {})
    default:
      return typeof value === 'string' || typeof value === 'number'
  }
}
