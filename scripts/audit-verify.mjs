import { generate } from './generate.mjs'
import { script } from './run.mjs'
import { withSystem } from './system.mjs'

await generate()
await withSystem(async ({ database, dataDir }) => {
  const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, GONGYI_PATIENT: '1' }
  const { code } = await script('scripts/audit-verify.ts', [], { env, allowFailure: true })
  process.exitCode = code
})
