import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './install.mjs'

/** A long-lived Node program that ends with us. Its own process group: Ctrl-C reaches only the launcher. */
export function startChild({ name, words, args, env, log }) {
  const output = openSync(log, 'a')
  const from = statSync(log).size
  const child = spawn(process.execPath, ['--import', `${root}scripts/parent.mjs`, ...args], {
    cwd: root,
    detached: true,
    stdio: ['pipe', output, output],
    env: { ...process.env, ...env },
  })
  closeSync(output)
  child.stdin.on('error', () => {})
  let over = false
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('exit', (code, signal) => resolve(code ?? signal)))
  void ended.then(() => (over = true), () => (over = true))
  const stop = () => {
    child.stdin.end()
    return ended
  }
  const tail = () => readFileSync(log, 'utf8').slice(from).split('\n').slice(-30).join('\n').trim()
  return { name, pid: child.pid, words, ended, stop, tail, isOver: () => over }
}

// Longer than a proxy keeps its side open (nginx: 60 s): a connection is closed by whoever might still send on it.
const keepAlive = '75000'

// A heap without a bound of its own grows to hundreds of megabytes of what could have been thrown away, and no page is drawn sooner for it.
const heap = () => {
  const wanted = Number(process.env.WEB_HEAP_MB || 384)
  if (Number.isInteger(wanted) && wanted >= 256) return `--max-old-space-size=${wanted}`
  throw new Error(`WEB_HEAP_MB=${process.env.WEB_HEAP_MB} is no number from 256 on.`)
}

// Next renames its process, so its own words are all that can be recognised later.
export const web = (command, host, port, number = 1) => ({
  name: number === 1 ? 'web' : `web-${number}`, words: 'next',
  args: [...(command === 'start' ? [heap()] : []), `${root}node_modules/next/dist/bin/next`, command, '-H', host, '-p', String(port), ...(command === 'start' ? ['--keepAliveTimeout', keepAlive] : [])],
})
export const worker = { name: 'worker', words: 'worker.ts', args: ['--import', 'tsx', 'scripts/worker.ts'] }

/** Waits until the health report is good; a child that ended first is an error with its last words. */
export async function waitForHealth(url, child, seconds = 90) {
  const limit = performance.now() + seconds * 1000
  let last = 'no answer'
  while (performance.now() < limit) {
    if (child.isOver()) throw new Error(`${child.name} ended while starting:\n${child.tail()}`)
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) })
      last = await response.text()
      if (response.ok) return
    } catch (error) {
      last = error.message
    }
    await pause(100)
  }
  throw new Error(`The system did not become healthy in ${seconds} s: ${last}\n${child.tail()}`)
}
