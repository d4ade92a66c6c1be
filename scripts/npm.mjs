import { readFileSync } from 'node:fs'
import { isAlive } from './postgres/process.mjs'

const EVERY = 200

const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
const nameOf = (pid) => read(`/proc/${pid}/comm`).trim()
const parentOf = (pid) => Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1])

/** npm can be killed without telling us, and starts us through a shell that outlives it. When npm is
 *  gone, so is the one who asked for us. */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return
  const direct = process.ppid
  const npm = /^(ba|da|z|a)?sh$/.test(nameOf(direct)) ? parentOf(direct) : direct
  // Handed on to another process before we could look: npm was killed already.
  if (nameOf(npm) && !/^(npm|node)/.test(nameOf(npm))) return void setImmediate(onGone)
  setInterval(() => (!isAlive(npm) || (npm === direct && process.ppid !== direct)) && onGone(), EVERY).unref()
}
