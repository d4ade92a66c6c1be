import { installDependencies, root } from './install.mjs'

try {
  await installDependencies()
} catch (error) {
  console.error(error.message)
  console.log('0 passed, 1 failed')
  process.exit(1)
}
const { mkdirSync, rmSync } = await import('node:fs')
const { join } = await import('node:path')
const { build } = await import('./build.mjs')
const { findBrowser } = await import('./browser.mjs')
const { missingFromLock } = await import('./check-lock.mjs')
const { generate } = await import('./generate.mjs')
const { tool } = await import('./run.mjs')
const { startTestCluster } = await import('./test-cluster.mjs')
const { countPlaywright, countVitest } = await import('./test-report.mjs')

// Kept for `npm run -s seed-coverage`; those of an earlier run prove nothing about this one.
const reports = join(root, '.reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports)
const results = []
// A system that runs on this machine must not leak into its tests.
for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATA_DIR', 'PUBLIC_URL', 'PORT', 'HOST', 'DEMO', 'NODE_ENV', 'NEXTAUTH_URL', 'FACTOR_KEY', 'OIDC_ISSUER']) delete process.env[name]

/** Runs a suite whatever happened before it; what it throws is one failure. */
async function suite(name, work) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  let counts
  try {
    const counted = await work()
    // A suite without counts of its own is one check, passed if nothing was thrown.
    counts = Number.isInteger(counted?.passed) ? counted : { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error.message)
    counts = { passed: 0, failed: 1 }
  }
  results.push({ name, ...counts, seconds: (performance.now() - start) / 1000 })
  return counts.failed === 0
}

const check = (name, ...args) => tool(name, args)

async function vitest(name, projects) {
  const file = join(reports, `${name}.json`)
  const select = projects.flatMap((project) => ['--project', project])
  const args = ['run', '--config', 'tests/vitest.config.ts', ...select, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await tool('vitest', args, { allowFailure: true })
  return countVitest(file, code)
}

async function endToEnd() {
  const file = join(reports, 'e2e.json')
  const env = { CHROMIUM_PATH: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const args = ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json']
  const { code } = await tool('playwright', args, { allowFailure: true, env })
  return countPlaywright(file, code)
}

await suite('lock', () => {
  const missing = missingFromLock()
  if (missing.length) throw new Error(missing.join('\n'))
})
await suite('schema', () => generate())
await suite('route types', () => tool('next', ['typegen'], { quiet: true }))
// Each keeps one core busy.
await Promise.all([
  suite('types', () => check('tsc', '--noEmit')),
  suite('lint', () => check('eslint', '-c', 'tests/eslint.config.mjs', '--max-warnings', '0', '.')),
])
await suite('rules and unit', () => vitest('unit', ['rules', 'unit']))

let cluster
await suite('test database', async () => {
  cluster = await startTestCluster()
  process.env.TEST_PG_ADMIN_URL = cluster.url
})
if (cluster) await suite('db', () => vitest('db', ['db', 'db-alone']))
const built = await suite('build', build)
if (cluster && built) await suite('end to end', endToEnd)

await cluster?.stop()
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log('')
for (const { name, passed, failed, seconds } of results) {
  console.log(`${name.padEnd(16)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`)
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('passed') > 0 && sum('failed') === 0 ? 0 : 1)
