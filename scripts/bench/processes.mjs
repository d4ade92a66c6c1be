// What a process and its children have used so far, from /proc.
import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10

const statOf = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function tree(pid) {
  const parents = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = statOf(name)
    if (stat) parents.set(Number(name), Number(stat[1]))
  }
  const found = [pid]
  for (const each of found) for (const [child, parent] of parents) if (parent === each) found.push(child)
  return found
}

/** CPU milliseconds of a process tree, ended children included. */
export const cpuOf = (pid) =>
  tree(pid).reduce((sum, each) => {
    const stat = statOf(each)
    const own = stat ? Number(stat[11]) + Number(stat[12]) : 0
    const ended = stat && each === pid ? Number(stat[13]) + Number(stat[14]) : 0
    return sum + (own + ended) * TICK_MS
  }, 0)

/** Resident megabytes of a process tree. */
export const memoryOf = (pid) =>
  tree(pid).reduce((sum, each) => {
    try {
      return sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0)
    } catch {
      return sum
    }
  }, 0) / 1024
