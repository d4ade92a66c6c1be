// PostgreSQL from a package, for those who have none: one server, tied to the life of this process.
import { spawn } from 'node:child_process'
import { existsSync, openSync, closeSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chown } from 'node:fs/promises'
import { isAlive, isAliveAs, waitForEnd } from './process.mjs'
import { makeFolder, programs, serverUser } from './place.mjs'

export function freePort(host = '127.0.0.1', port = 0) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject).listen(port, host, () => {
      const found = server.address().port
      server.close(() => resolve(found))
    })
  })
}

/** macOS has no C.UTF-8; any UTF-8 will do, since only the character classes matter. */
const characterLocale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

async function initialise({ native, data, folder, user, password, temporary }) {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user.uid) await chown(passwordFile, user.uid, user.gid)
  const args = ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8']
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${characterLocale}`)
  if (temporary) args.push('--no-sync')
  try {
    const child = spawn(join(native, 'bin/initdb'), args, { ...user, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
    if (code !== 0) throw new Error(`initdb ended with ${code}\n${output}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** A server whose launcher was killed is on its way down: hurry it along, wait, and only then go on. */
async function waitForPredecessor(data) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!isAliveAs(pid, data)) return
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (error.code !== 'ESRCH') throw new Error(`A PostgreSQL of another user (process ${pid}) runs on ${data}.`)
  }
  if (!(await waitForEnd(() => isAliveAs(pid, data), 60))) throw new Error(`PostgreSQL ${pid} does not end.`)
}

const settings = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', shared_buffers: '256MB', max_connections: '200',
  timezone: 'UTC', password_encryption: 'scram-sha-256', log_min_messages: 'warning', lc_messages: 'C',
  // Details of an error quote the row it is about, and what was typed.
  log_error_verbosity: 'terse',
  // A page's statement is done before it is compiled, or before helpers have started.
  jit: 'off', max_parallel_workers_per_gather: '0',
}
const carelessness = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** The shell holds a pipe from us: it closes when we die, even by kill -9, and then the server stops. It
 *  asks again and again: a server that has only just begun does not listen yet, and would never hear.
 *  A throw-away server's folder, named as $0, goes with it. */
const keeper = '"$@" <&- >&2 & pid=$!; echo $pid; trap "" INT TERM HUP; cat >/dev/null; while kill -INT $pid 2>/dev/null; do sleep 0.1; done; wait $pid; [ "$0" = sh ] || rm -rf "$0"'

async function launch({ native, data, folder, user, temporary, log }, port) {
  const options = Object.entries({ ...settings, ...(temporary ? carelessness : {}) }).flatMap(([k, v]) => ['-c', `${k}=${v}`])
  const output = openSync(log, 'a')
  const before = statSync(log).size
  const args = ['-c', keeper, temporary ? folder : 'sh', join(native, 'bin/postgres'), '-D', data, '-p', String(port), ...options]
  const child = spawn('/bin/sh', args, { ...user, cwd: folder, detached: true, stdio: ['pipe', 'pipe', output] })
  closeSync(output)
  child.stdin.on('error', () => {})
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  const pid = Number(await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended.then(() => 0)]))
  child.stdout.destroy()
  const file = join(data, 'postmaster.pid')
  for (;;) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return { child, pid, ended }
    if (!pid || !isAlive(pid)) {
      child.stdin.end()
      await ended
      throw new Error(readFileSync(log, 'utf8').slice(before))
    }
    await pause(20)
  }
}

/** Starts the server; answers its address, `ended` (a promise) and `stop`. */
export async function startServer({ folder, password, log, temporary = false }) {
  const data = join(folder, 'data')
  const user = serverUser(data)
  makeFolder(folder, user)
  const native = programs(user)
  await waitForPredecessor(data)
  const place = { native, data, folder, user, password, temporary, log }
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true })
    await initialise(place)
  }
  const portFile = join(folder, 'port')
  let port = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : await freePort()
  let server
  for (let attempt = 1; !server; attempt++) {
    try {
      server = await launch(place, port)
    } catch (error) {
      if (attempt > 5 || !/could not (bind|create any TCP)/.test(error.message)) {
        throw new Error(`PostgreSQL did not start (log: ${log})\n${error.message.trim()}`)
      }
      port = await freePort()
    }
  }
  writeFileSync(portFile, String(port))
  const stop = async () => {
    server.child.stdin.end()
    await server.ended
  }
  return { host: '127.0.0.1', port, pid: server.pid, folder, ended: server.ended, stop }
}
