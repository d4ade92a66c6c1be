import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  countsOf, coverageDocument, coverageFile, coverageRows, isMalformed, readTitle, seedLines, sources, titlesInSources, titlesPassed,
} from '../support/seed-coverage'

const counts: Record<string, number> = { S0: 30, S1: 17, S2: 62, S3: 34, S4: 29 }
const ids = Object.entries(counts).flatMap(([seed, length]) => Array.from({ length }, (_, at) => `${seed}-${at + 1}`))
const written = readFileSync(coverageFile, 'utf8')
const lines = seedLines()
const stale = 'write it anew: `npm run -s seed-coverage` after a whole run, before one `npm run -s seed-coverage -- --from-sources`'

test('all 172 lines are named once, in order and in short words', () => {
  expect(lines.map(({ id }) => id)).toEqual(ids)
  expect(lines.filter(({ what, later }) => what.trim() === '' || what.length > 40 || later?.trim() === '')).toEqual([])
})

test('an id stands in a title only in brackets at its end, one by one, and is one of the lines', () => {
  const titles = titlesInSources()
  expect(titles.filter(isMalformed)).toEqual([])
  expect([...new Set(titles.flatMap((title) => readTitle(title)?.ids ?? []))].filter((id) => !ids.includes(id))).toEqual([])
})

test('docs/seed-coverage.md is what the lines and the titles of the tests say', () => {
  const rows = coverageRows(lines, titlesInSources())
  expect(written.split('\n').filter((line) => line.startsWith('| S')), stale).toEqual(rows)
  expect(written).toContain(countsOf(rows))
  expect((['run', 'titles'] as const).map((source) => coverageDocument(rows, source))).toContain(written)
})

test('only what passed wherever it ran is a proof, and nothing is written without all reports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongyi-coverage-'))
  const [unit, e2e] = [join(folder, 'unit.json'), join(folder, 'e2e.json')]
  const assertion = (title: string, status: string) => ({ title, status })
  writeFileSync(unit, JSON.stringify({ testResults: [{ assertionResults: [assertion('a | b [S0-1 S2-3]', 'passed'), assertion('c [S0-2]', 'failed'), assertion('d [S0-3]', 'skipped')] }] }))
  expect(titlesPassed([unit, e2e])).toBeNull()
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] })
  writeFileSync(e2e, JSON.stringify({ suites: [{ suites: [{ specs: [spec('e [S0-1]', 'expected'), spec('d [S0-3]', 'expected'), spec('f [S0-2]', 'flaky')] }] }] }))
  const titles = titlesPassed([unit, e2e])!
  rmSync(folder, { recursive: true })
  expect(titles).toEqual(['a | b [S0-1 S2-3]', 'e [S0-1]'])
  const planned = ['S0-1', 'S0-2', 'S0-3', 'S2-3'].map((id) => ({ id, what: '甲', ...(id === 'S0-1' || id === 'S0-3' ? { later: '乙' } : {}) }))
  expect(coverageRows(planned, titles)).toEqual([
    '| S0-1 | 甲 | proven | a \\| b<br>e |', '| S0-2 | 甲 | open | 尚无证明 |', '| S0-3 | 甲 | later | 乙 |', '| S2-3 | 甲 | proven | a \\| b |',
  ])
  expect(isMalformed('all of S2-3…S2-10') && isMalformed('x [S2-3, S2-4]') && isMalformed('S0-1 x [S2-3]') && isMalformed('%s [S2-3]')).toBe(true)
  expect(isMalformed('no line at all') || isMalformed('100 % [S2-3]')).toBe(false)
  expect(sources.run).not.toBe(sources.titles)
})
