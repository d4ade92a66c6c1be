import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './install.mjs'
import { isAliveAs, waitForEnd } from './postgres/process.mjs'

const LARGEST_LOG = 10_000_000

/** The folder that holds everything that must not be lost, with its own secrets. */
export function openDataFolder() {
  const path = resolve(root, process.env.DATA_DIR || '.data')
  mkdirSync(path, { recursive: true, mode: 0o755 })
  for (const name of ['files', 'log']) mkdirSync(join(path, name), { recursive: true, mode: 0o700 })
  return path
}

function writeSafely(file, text) {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const secret = () => randomBytes(24).toString('base64url')

export function secretsOf(dataDir) {
  const file = join(dataDir, 'secrets.json')
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  // A folder of an earlier release lacks what came later.
  if (known.postgres && known.factor) return known
  const fresh = { postgres: secret(), owner: secret(), app: secret(), nextauth: randomBytes(48).toString('base64url'), factor: randomBytes(32).toString('base64url') }
  const secrets = { ...fresh, ...known }
  writeSafely(file, `${JSON.stringify(secrets, null, 2)}\n`)
  return secrets
}

/** Keys that came with a restored database join those of this folder. */
export const addSecrets = (dataDir, keys) => writeSafely(join(dataDir, 'secrets.json'), `${JSON.stringify({ ...secretsOf(dataDir), ...keys }, null, 2)}\n`)

/** The log of one process; the last one is kept when it has grown large. */
export function logOf(dataDir, name) {
  const file = join(dataDir, 'log', `${name}.log`)
  if (existsSync(file) && statSync(file).size > LARGEST_LOG) renameSync(file, `${file}.1`)
  return file
}

const lockOf = (dataDir) => join(dataDir, 'running.json')
const readLock = (dataDir) => (existsSync(lockOf(dataDir)) ? JSON.parse(readFileSync(lockOf(dataDir), 'utf8')) : undefined)

/** The launcher that runs on this folder now, if any. */
export function runningOn(dataDir) {
  const lock = readLock(dataDir)
  return lock && lock.pid !== process.pid && isAliveAs(lock.pid, 'scripts/') ? lock : undefined
}

/** Takes the folder for this launcher. What a killed one left behind is ending by itself: wait for it. */
export async function claim(dataDir) {
  // One that was told to end, or whose npm was killed, is gone in a moment.
  const seconds = () => (runningOn(dataDir)?.ending ? 30 : 2)
  const since = performance.now()
  await waitForEnd(() => runningOn(dataDir) && performance.now() - since < seconds() * 1000, 30)
  const other = runningOn(dataDir)
  if (other) throw new Error(`Gongyi already runs on ${dataDir}${other.address ? ` at ${other.address}` : ''} (process ${other.pid}).`)
  for (const { pid, words } of readLock(dataDir)?.children ?? []) {
    if (await waitForEnd(() => isAliveAs(pid, words), 8)) continue
    process.kill(pid, 'SIGKILL')
    await waitForEnd(() => isAliveAs(pid, words), 5)
  }
  note(dataDir, {})
}

export const note = (dataDir, fields) => writeSafely(lockOf(dataDir), JSON.stringify({ pid: process.pid, ...fields }))
export const release = (dataDir) => rmSync(lockOf(dataDir), { force: true })
