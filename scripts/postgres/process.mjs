import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The command line of a process, or '' when it cannot be known. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** A number may have been given to another process since: on Linux the command line tells. */
export const isAliveAs = (pid, words) =>
  pid > 0 && isAlive(pid) && (!existsSync('/proc/self/cmdline') || commandOf(pid).includes(words))

export async function waitForEnd(stillThere, seconds) {
  const limit = performance.now() + seconds * 1000
  while (stillThere()) {
    if (performance.now() > limit) return false
    await pause(25)
  }
  return true
}
