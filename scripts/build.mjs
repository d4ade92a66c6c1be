import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fingerprint } from './fingerprint.mjs'
import { root } from './install.mjs'
import { tool } from './run.mjs'

const sources = [
  'app', 'components', 'lib', 'messages', 'facts', 'public', 'prisma/schema', 'proxy.ts', 'instrumentation.ts',
  'next.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json',
]

/** The production build, made again only when something it reads has changed. */
export async function build() {
  const folder = `${root}${process.env.NEXT_DIST_DIR ?? '.next'}`
  const stamp = `${folder}/fingerprint`
  const wanted = fingerprint(sources)
  if (existsSync(`${folder}/BUILD_ID`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  // Collecting the pages loads the database module; nothing may be read from a database while building.
  const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
  await tool('next', ['build'], { quiet: true, env })
  writeFileSync(stamp, wanted)
}
