// One served system for an end-to-end worker, on a cloned database: prints its address, and lives
// until its stdin closes. DATABASE_URL, DATA_DIR and GONGYI_TEST_CLOCK come from the test.
import { mkdirSync } from 'node:fs'
import { localAddress } from './address.mjs'
import { startChild, waitForHealth, web, worker } from './child.mjs'
import { logOf } from './data-folder.mjs'
import { freePort } from './postgres/server.mjs'

const host = '127.0.0.1'
const dataDir = process.env.DATA_DIR
for (const name of ['files', 'log']) mkdirSync(`${dataDir}/${name}`, { recursive: true })
const port = await freePort(host)
const address = localAddress(host, port)
const env = {
  NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXTAUTH_URL: address, PUBLIC_URL: '',
  NEXTAUTH_SECRET: 'a secret that only protects throw-away test systems', FACTOR_KEY: 'a key that only seals throw-away test systems',
}
const children = [web('start', host, port), worker].map((spec) => startChild({ ...spec, env, log: logOf(dataDir, spec.name) }))
const stop = async (code) => {
  await Promise.all(children.map((child) => child.stop()))
  process.exit(code)
}
process.stdin.once('close', () => void stop(0)).resume()
try {
  await waitForHealth(address, children[0])
  console.log(address)
} catch (error) {
  console.error(error.message)
  for (const child of children) console.error(`${child.name}: ${child.tail()}`)
  await stop(1)
}
