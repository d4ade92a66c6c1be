import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fingerprint } from './fingerprint.mjs'
import { root } from './install.mjs'
import { prisma } from './run.mjs'

const stamp = `${root}prisma/generated/.fingerprint`

export async function generate({ force = false } = {}) {
  const wanted = fingerprint(['prisma/schema', 'prisma/prisma.config.ts', 'node_modules/prisma/package.json'])
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await prisma(['generate'], { quiet: true })
  writeFileSync(stamp, wanted)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate({ force: true })
