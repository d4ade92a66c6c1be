import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseTemplate, type Template } from './template'

let loaded: Map<string, Template[]> | undefined

function library(): Map<string, Template[]> {
  if (loaded) return loaded
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'facts', 'templates')
  const byKind = new Map<string, Template[]>()
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.md')) continue
    const template = parseTemplate(readFileSync(path.join(folder, file), 'utf8'), file)
    byKind.set(template.kind, [...(byKind.get(template.kind) ?? []), template])
  }
  for (const versions of byKind.values()) {
    versions.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  }
  loaded = byKind
  return byKind
}

export function paperKinds(): string[] {
  return [...library().keys()].sort()
}

/** The newest version of every kind. */
export function allTemplates(): Template[] {
  return paperKinds().flatMap((kind) => library().get(kind)?.slice(0, 1) ?? [])
}

export function findTemplate(kind: string, onDate: string): Template | undefined {
  return library()
    .get(kind)
    ?.find((template) => template.validFrom <= onDate)
}

/** The version of a paper's text that is in force on a date. */
export function getTemplate(kind: string, onDate: string): Template {
  const template = findTemplate(kind, onDate)
  if (!template) throw new Error(`no template ${kind} in force on ${onDate}`)
  return template
}
