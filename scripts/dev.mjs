import { installDependencies } from './install.mjs'

await installDependencies()
process.env.NEXT_DIST_DIR ??= '.next-dev'
const { launch } = await import('./launch.mjs')
const up = await launch({ command: 'dev', prepare: async () => {} })
if (up) console.log(`\nDevelopment server: ${up.address}. Logs: ${up.dataDir}/log. Ctrl-C ends it.`)
