import { readNote } from './postgres/note.mjs'
import { migrate } from './migrate.mjs'
import { withClient } from './postgres/sql.mjs'
import { timed } from './run.mjs'
import { prepareDatabase, seed, withSystem } from './system.mjs'

await withSystem(async (system) => {
  process.env.DEMO = '1'
  await prepareDatabase(system)
  await migrate(system.database)
  const { holds } = await withClient(system.database.ownerUrl, readNote)
  if (holds !== 'demo') throw new Error('This database was set up for business: the demo is not loaded into it.')
  await timed('demo', () => seed(system.dataDir, system.database))
})
