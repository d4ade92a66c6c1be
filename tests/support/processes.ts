import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const root = new URL('../..', import.meta.url).pathname

type Running = { readonly pid: number; readonly env: NodeJS.ProcessEnv }

/** The worker of this very database among all processes: known by its words and by the address it was given. */
export function findWorker(databaseUrl: string): Running {
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
      if (!words.includes('scripts/worker.ts')) continue
      const env = Object.fromEntries(readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').filter(Boolean).map((line) => {
        const at = line.indexOf('=')
        return [line.slice(0, at), line.slice(at + 1)]
      }))
      if (env.DATABASE_URL === databaseUrl) return { pid: Number(name), env: env as NodeJS.ProcessEnv }
    } catch {
      // It ended while we looked.
    }
  }
  throw new Error('this database has no worker')
}

/** A worker like the one that was killed; it ends when its stdin closes. */
export function startWorker(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--import', `${root}scripts/parent.mjs`, '--import', 'tsx', 'scripts/worker.ts'], { cwd: root, env, stdio: ['pipe', 'ignore', 'ignore'] })
}
