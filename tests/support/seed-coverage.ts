import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { listSources } from './sources'

const root = new URL('../..', import.meta.url).pathname

export const coverageFile = `${root}docs/seed-coverage.md`
/** Where `npm test` leaves what its runners reported. */
export const reports = ['unit', 'db', 'e2e'].map((name) => `${root}.reports/${name}.json`)

export type SeedLine = { readonly id: string; readonly what: string; readonly later?: string }
export const seedLines = (): SeedLine[] => JSON.parse(readFileSync(`${root}docs/seed-lines.json`, 'utf8')) as SeedLine[]

const atTheEnd = /^(.*\S) \[(S\d-\d+(?: S\d-\d+)*)\]$/s
const mention = /S\d-\d+/
/** Filled in when the test runs, so what passed has another title than the sources. */
const filledIn = /%[sdifjoOc#]|\$\w|\$\{/

/** A title and the seed lines it proves; null if it carries none. */
export function readTitle(title: string): { words: string; ids: string[] } | null {
  const [, words, ids] = atTheEnd.exec(title) ?? []
  return words === undefined || ids === undefined || mention.test(words) || filledIn.test(words) ? null : { words, ids: ids.split(' ') }
}

/** Names a line, but not as ids one by one in brackets at its end. */
export const isMalformed = (title: string) => mention.test(title) && readTitle(title) === null

/** Titles of the tests as they stand in the sources, of every file that names a line at all. */
export function titlesInSources(): string[] {
  const tests = listSources().filter(({ path, text }) => /^tests\/(unit|db|e2e)\/.*\.(test|spec)\.ts$/.test(path) && mention.test(text))
  return tests.flatMap(({ path, text }) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
    const found: string[] = []
    const visit = (node: ts.Node) => {
      const [title] = ts.isCallExpression(node) && isTest(node.expression) ? node.arguments : []
      if (title) found.push(ts.isStringLiteralLike(title) ? title.text : title.getText(file))
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  })
}

/** `test(…)`, `it(…)`, `test.each(…)(…)`, and no `test.describe(…)` or `test.use(…)`. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'test' || callee.text === 'it'
  return ts.isCallExpression(callee) && ts.isPropertyAccessExpression(callee.expression)
    && callee.expression.name.text === 'each' && isTest(callee.expression.expression)
}

type VitestReport = { testResults: { assertionResults: { title: string; status: string }[] }[] }
type PlaywrightSuite = { specs?: { title: string; tests: { status: string }[] }[]; suites?: PlaywrightSuite[] }

/** Titles that passed wherever they ran, or null if a suite left no report. */
export function titlesPassed(files = reports): string[] | null {
  if (!files.every((file) => existsSync(file))) return null
  const results = files.flatMap((file) => resultsOf(JSON.parse(readFileSync(file, 'utf8')) as VitestReport | PlaywrightSuite))
  const failed = new Set(results.filter(({ passed }) => !passed).map(({ title }) => title))
  return results.map(({ title }) => title).filter((title) => !failed.has(title))
}

function resultsOf(report: VitestReport | PlaywrightSuite): { title: string; passed: boolean }[] {
  if ('testResults' in report)
    return report.testResults.flatMap(({ assertionResults }) => assertionResults.map(({ title, status }) => ({ title, passed: status === 'passed' })))
  const own = (report.specs ?? []).map(({ title, tests }) => ({ title, passed: tests.length > 0 && tests.every(({ status }) => status === 'expected') }))
  return [...own, ...(report.suites ?? []).flatMap(resultsOf)]
}

const cell = (text: string) => text.replaceAll('|', '\\|')

/** One row for each line, in order: proven by what passed, left for later with its reason, or open. */
export function coverageRows(lines: readonly SeedLine[], titles: readonly string[]): string[] {
  const proofs = new Map<string, Set<string>>()
  for (const { words, ids } of titles.flatMap((title) => readTitle(title) ?? []))
    for (const id of ids) proofs.set(id, (proofs.get(id) ?? new Set()).add(words))
  return lines.map(({ id, what, later }) => {
    const proof = [...(proofs.get(id) ?? [])].sort()
    const [state, why] = proof.length > 0 ? ['proven', proof.map(cell).join('<br>')] : later === undefined ? ['open', '尚无证明'] : ['later', cell(later)]
    return `| ${id} | ${cell(what)} | ${state} | ${why} |`
  })
}

export const countsOf = (rows: readonly string[]): string => {
  const count = (state: string) => rows.filter((row) => row.split(' | ')[2] === state).length
  return `共 ${rows.length} 条：proven（已证明）${count('proven')} 条，later（留待以后）${count('later')} 条，open（尚无证明）${count('open')} 条。`
}

export const sources = { run: '按一次完整运行中通过的测试编制。', titles: '按测试标题编制，尚未经一次完整运行核对。' }

export function coverageDocument(rows: readonly string[], source: keyof typeof sources): string {
  return [
    '# 示例文件逐条对照', '', `${countsOf(rows)}${sources[source]}`, '',
    '编号指五份公开文件中的各条做法，见 [seed-lines.json](seed-lines.json)。本表由 `npm run -s seed-coverage` 写成，不手工修改。', '',
    '| 编号 | 要做到的 | 状态 | 测试标题或原因 |', '| --- | --- | --- | --- |', ...rows, '',
  ].join('\n')
}
