import { installDependencies } from './install.mjs'

try {
  await installDependencies()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const { existsSync, readFileSync } = await import('node:fs')
const { join } = await import('node:path')
const { build } = await import('./build.mjs')
const { launch } = await import('./launch.mjs')
const { script, timed } = await import('./run.mjs')

/** Heading, password and the first ones to try; the rest is a long list. */
const BLOCKS = 3

const up = await launch({
  command: 'start',
  prepare: () => timed('build', build),
})
if (up) {
  console.log(`\n公益协作 Gongyi  ${process.env.PUBLIC_URL ?? up.address}\n`)
  const signIns = join(up.dataDir, 'demo-sign-ins.txt')
  if (up.demo && existsSync(signIns)) {
    console.log(readFileSync(signIns, 'utf8').split('\n\n').slice(0, BLOCKS).join('\n'))
    console.log(`All sign-ins: ${signIns}`)
  }
  try {
    // Prints the link that creates the first administrator, as long as there is none.
    const env = { ...up.env, PUBLIC_URL: process.env.PUBLIC_URL || up.address }
    if (!up.demo) console.log((await script('scripts/setup-link.ts', [], { quiet: true, env })).output.trim())
    console.log(`\nLogs: ${join(up.dataDir, 'log')}. Ctrl-C ends it.`)
  } catch (error) {
    if (!up.isStopping()) console.error(error.message)
    await up.stop(1)
  }
}
