import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const guides = ['docs/operating.md', 'docs/operating.zh-CN.md']
const readText = (path: string) => readFileSync(path, 'utf8')

/** What the application reads, and what only the launcher does. */
const application = [...readText('lib/platform/env.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z\b/gm)].map((match) => match[1]!)
const launcher = ['PORT', 'HOST', 'WEB_PROCESSES', 'WEB_HEAP_MB', 'WEB_DATABASE_URL', 'DATABASE_OWNER_URL']

const tabled = (text: string) =>
  [...text.matchAll(/^\| (`[A-Z_]+`(?:[,、] ?`[A-Z_]+`)*) \|/gm)].flatMap((row) => [...row[1]!.matchAll(/`([A-Z_]+)`/g)].map((name) => name[1]!))

describe('the operator’s guide', () => {
  test.each(guides)('%s has a line for every variable that is read, and for no other', (path) => {
    expect(application.length).toBeGreaterThan(10)
    expect(tabled(readText(path)).sort()).toEqual([...application, ...launcher].sort())
  })

  test('what it says of the launcher is what the launcher reads', () => {
    const scripts = readdirSync('scripts').filter((name) => name.endsWith('.mjs')).map((name) => readText(`scripts/${name}`)).join('\n')
    expect(launcher.filter((name) => !new RegExp(`\\b${name}\\b`).test(scripts))).toEqual([])
  })

  test('both languages hold the same commands and lead to all samples, and each README leads to its own', () => {
    const blocks = guides.map((path) => readText(path).match(/```[\s\S]*?```/g))
    expect(blocks[0]!.length).toBeGreaterThan(3)
    expect(blocks[1]).toEqual(blocks[0])
    const samples = readdirSync('docs/samples').sort()
    expect(samples.length).toBeGreaterThan(4)
    for (const path of guides) expect([...new Set([...readText(path).matchAll(/\(samples\/([^)]+)\)/g)].map((match) => match[1]!))].sort()).toEqual(samples)
    expect(readText('README.md')).toContain('(docs/operating.md)')
    expect(readText('README.zh-CN.md')).toContain('(docs/operating.zh-CN.md)')
  })

  test('every command it names exists', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }
    for (const path of guides) {
      const named = [...readText(path).matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((match) => match[1]!)
      expect(named.length).toBeGreaterThan(3)
      expect(named.filter((name) => !(name in scripts))).toEqual([])
    }
  })
})
