import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { adapterFactory } from './adapter.mjs'

const require = createRequire(import.meta.url)
const wasm = require.resolve('@prisma/schema-engine-wasm').replace('schema_engine.js', 'schema_engine_bg.wasm')

export const engineVersion = () => JSON.parse(readFileSync(wasm.replace(/[^/]+$/, 'package.json'), 'utf8')).version

/** Answers `withEngine(work)`: a fresh engine for each request, since one that has applied migrations
 *  forgets how to make its shadow database. */
export async function loadEngine(datasource, schemaFiles) {
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => process.stderr.write(`${message}\n`) }
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  const datamodels = schemaFiles.length ? schemaFiles.map((file) => [file, readFileSync(file, 'utf8')]) : undefined
  const log = (line) => process.stderr.write(`${line}\n`)

  return async (work) => {
    const { factory, close } = adapterFactory(datasource)
    try {
      return await work(await bindings.SchemaEngine.new({ datamodels }, log, bindMigrationAwareSqlAdapterFactory(factory)))
    } finally {
      await close()
    }
  }
}
