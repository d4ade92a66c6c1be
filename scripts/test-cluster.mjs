// A throw-away PostgreSQL for tests: prints the administrator's address and lives until its stdin closes.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryPlace } from './postgres/place.mjs'
import { startServer } from './postgres/server.mjs'
import { urlOf } from './postgres/sql.mjs'

export async function startTestCluster() {
  const folder = mkdtempSync(join(temporaryPlace(), 'gongyi-test-'))
  const password = randomBytes(18).toString('base64url')
  const server = await startServer({ folder, password, log: join(folder, 'log'), temporary: true })
  const stop = async () => {
    await server.stop()
    rmSync(join(tmpdir(), `gongyi-test-files-${server.port}`), { recursive: true, force: true })
  }
  return { url: urlOf(server, 'postgres', password, 'postgres'), stop }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const cluster = await startTestCluster()
  console.log(cluster.url)
  const end = () => cluster.stop().then(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  process.stdin.on('end', end).resume()
}
