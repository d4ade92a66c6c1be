import { spawnSync } from 'node:child_process'
import type { Server } from '../server'
import type { Ground } from './ground'

const root = new URL('../../..', import.meta.url).pathname

/** Plays the main line on a served system's database, in a process whose clock moves. */
export function play(server: Server): Ground {
  const played = spawnSync(process.execPath, ['--import', 'tsx', 'tests/support/doors/ground.ts'], {
    cwd: root, encoding: 'utf8', maxBuffer: 1 << 26,
    env: { ...process.env, DATABASE_URL: server.database.url, DATA_DIR: server.dataDir, GONGYI_CLOCK: 'movable', NEXTAUTH_SECRET: 'not the server’s' },
  })
  if (played.status !== 0) throw new Error(played.stderr)
  return JSON.parse(played.stdout.trim().split('\n').at(-1)!) as Ground
}
