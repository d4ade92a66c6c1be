import { generate } from './generate.mjs'
import { timed } from './run.mjs'
import { prepareDatabase, withSystem } from './system.mjs'

process.env.DEMO = '1'
await generate()
await withSystem(async (system) => {
  const demo = await timed('demo', () => prepareDatabase(system))
  if (!demo) throw new Error('This database was set up for business: the demo is not loaded into it.')
  console.log(`The demo is loaded; its sign-ins stand in ${system.dataDir}/demo-sign-ins.txt.`)
})
