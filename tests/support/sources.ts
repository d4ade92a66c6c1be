import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = new URL('../..', import.meta.url).pathname

export type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

const rooms = ['app', 'components', 'lib', 'scripts', 'prisma/seed', 'tests']
const topFiles = ['proxy.ts', 'next.config.ts']

/** Every hand-written source file with what it imports, as paths from the root without ending. */
export function listSources(): Source[] {
  const paths = [...rooms.flatMap((room) => walk(join(root, room))), ...topFiles.map((file) => join(root, file))]
  return paths.map((path) => {
    const text = readFileSync(path, 'utf8')
    return { path: relative(root, path), text, imports: importsOf(relative(root, path), text) }
  })
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return walk(path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : []
  })
}

const importLine = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]/g

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(importLine)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? ''
    if (target.startsWith('@/')) return target.slice(2)
    return target.startsWith('.') ? join(dirname(path), target).replace(/\.(ts|tsx)$/, '') : target
  })
}

/** `lib/clues/mutations/refer` → `clues`; platform, engine and the roots are no features. */
export function featureOf(path: string): string | null {
  const [lib, name, file] = path.split('/')
  return lib === 'lib' && name && file && name !== 'platform' && name !== 'engine' ? name : null
}
