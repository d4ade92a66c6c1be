// The product's production build and the two floors, each a process of its own on the same database.
import { existsSync } from 'node:fs'
import { localAddress } from '../address.mjs'
import { build } from '../build.mjs'
import { startChild, web } from '../child.mjs'
import { logOf } from '../data-folder.mjs'
import { root } from '../install.mjs'
import { freePort } from '../postgres/server.mjs'
import { tool } from '../run.mjs'

const host = '127.0.0.1'
const floorNext = `${root}scripts/bench/floor/next`

async function answering(url, child) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.isOver()) throw new Error(`${child.name} ended while starting:\n${child.tail()}`)
    if (await fetch(url).then((response) => response.ok, () => false)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await child.stop()
  throw new Error(`${child.name} does not answer:\n${child.tail()}`)
}

export async function serveProduct({ dataDir, secrets, url }, keepBuild) {
  if (!keepBuild) await build()
  const port = await freePort(host)
  const address = localAddress(host, port)
  const env = {
    DATABASE_URL: url, DATABASE_OWNER_URL: '', DATA_DIR: dataDir, DEMO: '0', NEXTAUTH_SECRET: secrets.nextauth, NEXTAUTH_URL: address,
    NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production',
  }
  const child = startChild({ ...web('start', host, port), env, log: logOf(dataDir, 'web') })
  // Without a worker the health report is bad, and what is measured is the web server.
  await answering(`${address}/sign-in`, child)
  return { name: 'product', address, pid: child.pid, stop: child.stop }
}

/** Values of the floors' list: whose office, which stage. */
export async function serveFloors({ dataDir, url }, values) {
  if (!existsSync(`${floorNext}/.next/BUILD_ID`)) await tool('next', ['build', floorNext], { quiet: true, env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } })
  const floors = []
  for (const name of ['bareNode', 'bareNext']) {
    const port = await freePort(host)
    const address = localAddress(host, port)
    const spec = name === 'bareNode'
      ? { name, words: 'node.mjs', args: ['scripts/bench/floor/node.mjs'] }
      : { name, words: 'next', args: [`${root}node_modules/next/dist/bin/next`, 'start', floorNext, '-H', host, '-p', String(port)] }
    const env = { DATABASE_URL: url, PORT: String(port), FLOOR_VALUES: JSON.stringify(values), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    const child = startChild({ ...spec, env, log: logOf(dataDir, name) })
    await answering(address, child)
    floors.push({ name, address, pid: child.pid, stop: child.stop })
  }
  return floors
}
