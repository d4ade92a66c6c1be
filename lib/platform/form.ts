/**
 * A posted form as nested data: `demands.0.fault` becomes demands[0].fault. Blank fields are left out, so that an
 * optional field is simply absent; names that begin with `$` belong to the page, not to the input.
 */
export function formToInput(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, value] of form.entries()) {
    if (name.startsWith('$') || typeof value !== 'string') continue
    // Word processors paste a line within a paragraph as \v, a new page as \f.
    const text = value.replaceAll(/\r\n|[\v\f]/g, '\n').trim()
    if (text === '') continue
    if (name.endsWith('[]')) put(input, name.slice(0, -2).split('.'), (before) => [...(Array.isArray(before) ? (before as unknown[]) : []), text])
    else put(input, name.split('.'), () => text)
  }
  return compact(input) as Record<string, unknown>
}

type Branch = Record<string, unknown>

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

function put(branch: Branch, path: string[], value: (before: unknown) => unknown): void {
  const [key, ...rest] = path
  if (key === undefined || forbidden.has(key) || path.length > 4) return
  if (rest.length === 0) branch[key] = value(branch[key])
  else {
    const next = branch[key]
    put((typeof next === 'object' && next !== null && !Array.isArray(next) ? next : (branch[key] = {})) as Branch, rest, value)
  }
}

// {'0': a, '2': b} is a list whose blank rows were left out.
function compact(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, compact(inner)] as const)
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
  return Object.fromEntries(entries)
}

/** What stands in a field, where anything does. */
export const textOf = (form: FormData, name: string): string | undefined => {
  const value = form.get(name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** What was typed, as the form shows it again. */
export function typedOf(form: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value): value is string => typeof value === 'string')
    if (!name.startsWith('$')) typed[name] = name.endsWith('[]') ? values : (values[0] ?? '')
  }
  return typed
}
