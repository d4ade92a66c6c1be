// npm run bench -- --clues 100000 [--rounds 5] [--seconds 4] [--only list,record] [--keep-build]
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installDependencies } from '../install.mjs'

await installDependencies()
const { openBench } = await import('./database.mjs')
const { serveFloors, serveProduct } = await import('./serve.mjs')
const { operationsOf } = await import('./operations.mjs')
const { middle, round } = await import('./measure.mjs')
const { emptyLimits } = await import('./people.mjs')
const { countStatements } = await import('./statements.mjs')
const { checkRows } = await import('./check.mjs')
const { memoryOf } = await import('./processes.mjs')
const { heaviestScripts } = await import('./scripts.mjs')
const { tableOf } = await import('./report.mjs')
const { measureRunner } = await import('./runner.mjs')

const { values: options } = parseArgs({
  options: {
    clues: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' }, only: { type: 'string' },
    // The build that is there, whatever the sources say: to measure an older one beside a newer.
    'keep-build': { type: 'boolean', default: false },
  },
})
const clues = Number(options.clues)
const crowd = 16
const seconds = Number(options.seconds)

const bench = await openBench(clues)
const stops = [() => bench.stop()]
try {
  const product = await serveProduct(bench, options['keep-build'])
  stops.unshift(product.stop)
  const { operations: all, values } = await operationsOf(bench, product.address, { clients: crowd })
  const floors = await serveFloors(bench, values)
  for (const { stop } of floors) stops.unshift(stop)
  const stopEmptying = await emptyLimits(bench.ownerUrl)
  stops.unshift(stopEmptying)
  const wanted = options.only?.split(',')
  const operations = all.filter(({ name }) => !wanted || wanted.includes(name.split(' ')[0]))

  const send = async ({ request, name }) => {
    const { path, ...init } = request(0)
    const response = await fetch(product.address + path, { ...init, redirect: 'manual' })
    const text = await response.text()
    if (![200, 303].includes(response.status)) throw new Error(`${name}: ${response.status} ${response.headers.get("location") ?? ""}\n${text.slice(0, 500)}`)
    return { text, response }
  }
  await checkRows({ product, floors, operations, send, ownerUrl: bench.ownerUrl })
  await stopEmptying()
  stops.shift()
  const statements = await countStatements(bench, operations, send)
  stops.unshift(await emptyLimits(bench.ownerUrl))

  const pages = []
  for (const operation of operations) if (!operation.writes) pages.push((await send(operation)).text)
  const scriptKb = await heaviestScripts(product.address, pages)

  const targets = [
    ...floors.map(({ name, address, pid }) => ({ name, address, pid, request: () => ({ method: 'GET', path: '/' }) })),
    ...operations.map(({ name, request }) => ({ name, request, address: product.address, pid: product.pid })),
  ]
  const taken = Object.fromEntries(targets.map(({ name }) => [name, { one: [], crowd: [] }]))
  const go = (target, connections, length) => round({ ...target, connections, seconds: length, databasePid: bench.pid })
  for (const target of targets) await go(target, 4, 1)
  for (let turn = 0; turn < Number(options.rounds); turn += 1)
    for (const target of targets) {
      taken[target.name].one.push(await go(target, 1, seconds))
      taken[target.name].crowd.push(await go(target, crowd, seconds))
    }
  const result = {
    at: new Date().toISOString(), clues, rounds: Number(options.rounds), seconds, load: loadavg().map((each) => Number(each.toFixed(1))),
    machine: { cpu: cpus()[0].model, cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version },
    scriptKb, memoryMb: Math.round(memoryOf(product.pid)),
    runner: await measureRunner(bench, { seconds }),
    operations: targets.map(({ name }) => ({ name, statements: statements[name], one: middle(taken[name].one), crowd: middle(taken[name].crowd) })),
  }
  writeFileSync(join(bench.dataDir, `result-${clues}.json`), `${JSON.stringify(result, null, 2)}\n`)
  console.log(tableOf(result))
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  for (const stop of stops) await stop()
  process.exit()
}
