import autocannon from 'autocannon'
import { cpuOf } from './processes.mjs'

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
export const median = (values) => quantile([...values].sort((a, b) => a - b), 0.5)

/** One round: so many clients, so many seconds; CPU of the server's tree and of PostgreSQL beside it. */
export async function round({ address, request, connections, seconds, pid, databasePid }) {
  const times = []
  const before = { server: cpuOf(pid), database: cpuOf(databasePid) }
  const faults = new Map()
  const result = await new Promise((resolve, reject) => {
    const clients = new WeakMap()
    let named = 0
    const run = autocannon({
      url: address, connections, duration: seconds, timeout: 30,
      requests: [{
        setupRequest(base, context) {
          if (!clients.has(context)) clients.set(context, (named += 1))
          return { ...base, ...request(clients.get(context)) }
        },
      }],
    }, (error, done) => (error ? reject(error) : resolve(done)))
    run.on('response', (_, status, __, time) => {
      times.push(time)
      if (status !== 200 && status !== 303) faults.set(status, (faults.get(status) ?? 0) + 1)
    })
  })
  if (faults.size > 0 || result.errors > 0) throw new Error(`${address}: ${result.errors} errors, ${JSON.stringify([...faults])}`)
  if (times.length === 0) throw new Error(`${address}: no answer in ${seconds} s, the machine is too busy to measure`)
  times.sort((a, b) => a - b)
  return {
    p50: quantile(times, 0.5), p95: quantile(times, 0.95), rate: times.length / result.duration,
    server: (cpuOf(pid) - before.server) / times.length, database: (cpuOf(databasePid) - before.database) / times.length,
    kilobytes: result.throughput.total / times.length / 1024,
  }
}

export const middle = (rounds) =>
  Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((each) => each[key]))]))
