import { generate } from './generate.mjs'
import { timed } from './run.mjs'
import { migrateDatabase, withSystem } from './system.mjs'

await generate()
await withSystem(async (system) => {
  const changed = await timed('migrate', () => migrateDatabase(system))
  console.log(changed ? 'The database was brought up to date.' : 'The database is up to date.')
})
