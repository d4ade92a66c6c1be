#!/usr/bin/env node
// Prisma's command line starts a downloaded engine and talks JSON-RPC with it, one message a line.
// This stands in for that program where nothing can be downloaded: the same engine, compiled to
// WebAssembly and pinned to Prisma's own commit, over the ordinary PostgreSQL driver.
import { createInterface } from 'node:readline'
import pg from 'pg'
import { command } from './schema-engine/command.mjs'
import { loadEngine } from './schema-engine/engine.mjs'

const args = process.argv.slice(2)
const valuesOf = (name) => args.flatMap((word, i) => (word === name ? [args[i + 1]] : []))
const datasource = JSON.parse(valuesOf('--datasource')[0] ?? '{}')

if (args.includes('--version') || args.includes('-V')) {
  const { engineVersion } = await import('./schema-engine/engine.mjs')
  console.log(`schema-engine-wasm ${engineVersion()}`)
  process.exit(0)
}
if (args.includes('cli')) process.exit(await command(args[args.indexOf('cli') + 1], datasource.url))

const withEngine = await loadEngine(datasource, valuesOf('--datamodels'))
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
let printed = 1_000_000

async function answer(method, params) {
  if (method === 'createDatabase') {
    await command('create-database', datasource.url, { rethrow: true })
    return { databaseName: decodeURIComponent(new URL(datasource.url).pathname.slice(1)) }
  }
  if (method === 'getDatabaseVersion') return withEngine((engine) => engine.version(params))
  const result = await withEngine(async (engine) => {
    // Both read the migrations' schema from a cache that only devDiagnostic fills.
    if (method === 'evaluateDataLoss' || method === 'createMigration') {
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
    }
    if (typeof engine[method] !== 'function') throw new Error(`${method} is not supported by this engine`)
    return engine[method](params)
  })
  if (method === 'diff' && result?.stdout != null) {
    send({ id: printed++, method: 'print', params: { content: result.stdout } })
    return { exitCode: result.exitCode, stdout: null }
  }
  return result ?? null
}

function describe(error) {
  const known = error instanceof pg.DatabaseError || !error?.code ? null : error.code
  return { is_panic: false, message: String(error?.message ?? error), error_code: known, meta: error?.meta ?? null }
}

let queue = Promise.resolve()
const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })
lines.on('line', (line) => {
  const { id, method, params } = JSON.parse(line)
  if (!method) return
  queue = queue.then(async () => {
    try {
      send({ id, result: await answer(method, params) })
    } catch (error) {
      const data = describe(error)
      send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
    }
  })
})
lines.on('close', () => queue.finally(() => process.exit(0)))
process.on('SIGTERM', () => process.exit(0))
