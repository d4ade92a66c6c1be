// What `npm start` and `npm run dev` share: the database, then web and worker, kept running until told to stop.
import { setTimeout as pause } from 'node:timers/promises'
import { choosePorts, localAddress, webProcesses } from './address.mjs'
import { startChild, waitForHealth, web, worker } from './child.mjs'
import { claim, logOf, note, openDataFolder, release } from './data-folder.mjs'
import { generate } from './generate.mjs'
import { watchNpm } from './npm.mjs'
import { timed } from './run.mjs'
import { openSystem, prepareDatabase } from './system.mjs'

const RESTARTS = 5
const WITHIN = 60_000

export async function launch({ command, prepare }) {
  const started = performance.now()
  const dataDir = openDataFolder()
  try {
    await claim(dataDir)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
  const running = new Map()
  let system
  let stopping

  const children = () => [...running.values()].map(({ pid, words }) => ({ pid, words }))
  const stop = (code) =>
    (stopping ??= (async () => {
      note(dataDir, { ending: true, children: children() })
      await Promise.all([...running.values()].map((child) => child.stop()))
      await system?.stop()
      release(dataDir)
      process.exit(code)
    })())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0))
  watchNpm(() => void stop(0))

  async function keep(spec, address) {
    const failures = []
    while (!stopping) {
      const child = startChild(spec)
      running.set(spec.name, child)
      note(dataDir, { address, children: children() })
      const code = await child.ended
      if (stopping) return
      failures.push(performance.now())
      console.error(`${spec.name} ended (${code}); log: ${spec.log}`)
      if (failures.filter((at) => at > performance.now() - WITHIN).length > RESTARTS) return void stop(1)
      await pause(500)
    }
  }

  try {
    const host = process.env.HOST || '127.0.0.1'
    // Next's development server keeps its folder to itself.
    const count = command === 'dev' ? 1 : webProcesses()
    if (process.env.PORT) await choosePorts(host, count)
    await generate()
    const opening = timed('database', async () => (system = await openSystem()))
    const [demo] = await Promise.all([opening.then(() => prepareDatabase(system)), prepare()])
    if (stopping) return
    void system.ended?.then(() => {
      if (stopping) return
      console.error(`PostgreSQL ended; log: ${logOf(dataDir, 'postgres')}`)
      void stop(1)
    })
    const ports = await choosePorts(host, count)
    const address = localAddress(host, ports[0])
    const webs = ports.map((port, at) => web(command, host, port, at + 1))
    const env = {
      DATABASE_URL: system.database.url, DATABASE_OWNER_URL: '', DATA_DIR: dataDir, DEMO: demo ? '1' : '0',
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || system.secrets.nextauth,
      FACTOR_KEY: process.env.FACTOR_KEY || system.secrets.factor,
      NEXTAUTH_URL: process.env.NEXTAUTH_URL || process.env.PUBLIC_URL || address,
      NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: command === 'dev' ? 'development' : 'production',
    }
    // The worker listens on its connection; web processes may share theirs through a pooler.
    const webEnv = { ...env, DATABASE_URL: process.env.WEB_DATABASE_URL || env.DATABASE_URL }
    const specs = [...webs, worker].map((spec) => ({ ...spec, env: spec === worker ? { ...env, GONGYI_PATIENT: '1' } : webEnv, log: logOf(dataDir, spec.name) }))
    for (const spec of specs) void keep(spec, address)
    await Promise.all(webs.map(({ name }, at) => waitForHealth(localAddress(host, ports[at]), running.get(name))))
    if (count > 1 && !stopping) console.log(`Web processes listen on ${ports.join(', ')}.`)
    if (!stopping) console.log(`· ready after ${((performance.now() - started) / 1000).toFixed(1)} s`)
    return { address, dataDir, demo, env, stop, isStopping: () => stopping !== undefined }
  } catch (error) {
    if (stopping) return
    console.error(error.message)
    await stop(1)
  }
}
