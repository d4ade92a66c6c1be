// The database a measurement runs on: filled once for each size, cloned for each run.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder, secretsOf } from '../data-folder.mjs'
import { fingerprint } from '../fingerprint.mjs'
import { root } from '../install.mjs'
import { migrate } from '../migration.mjs'
import { openSystem } from '../system.mjs'
import { withClient, withDatabase } from '../postgres/sql.mjs'
import { script, timed } from '../run.mjs'

// What decides the rows, not how they are brought in.
const generator = ['text.ts', 'ground.ts', 'rows.ts', 'clues.ts', 'letters.ts'].map((name) => `scripts/bench/${name}`)
const RUN = 'gongyi_bench_run'

const exists = async (admin, name) => (await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount > 0

async function create(admin, name, template) {
  await admin.query(`CREATE DATABASE ${name} OWNER gongyi_owner TEMPLATE ${template} STRATEGY ${template === 'template0' ? 'wal_log' : 'file_copy'}`)
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO gongyi_app`)
}

/** A filling of an older schema is migrated like any database; one of another generator goes. */
async function ensureTemplate(system, clues) {
  const prefix = `gongyi_bench_${clues}_`
  const name = `${prefix}${fingerprint(generator).slice(0, 8)}`
  return withClient(system.adminUrl, async (admin) => {
    if (await exists(admin, name)) {
      await timed('migrations', () => migrate({ ownerUrl: withDatabase(system.database.ownerUrl, name), appRole: 'gongyi_app' }))
      return name
    }
    const { rows } = await admin.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [`${prefix.replaceAll('_', '\\_')}%`])
    for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`)
    const making = `${name}_making`
    await create(admin, making, 'template0')
    const ownerUrl = withDatabase(system.database.ownerUrl, making)
    await migrate({ ownerUrl, appRole: 'gongyi_app' })
    await timed(`${clues} clues`, () => script('scripts/bench/fill.ts', [String(clues)], { env: { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: ownerUrl } }))
    await admin.query(`ALTER DATABASE ${making} RENAME TO ${name}`)
    return name
  })
}

/** A running server with a fresh copy of the filling; `.data/bench` keeps both between runs, a folder for each size. */
export async function openBench(clues) {
  process.env.DATA_DIR = join(root, '.data/bench', String(clues))
  delete process.env.DATABASE_URL
  mkdirSync(process.env.DATA_DIR, { recursive: true })
  const dataDir = openDataFolder()
  const system = await openSystem()
  const template = await ensureTemplate(system, clues)
  await withClient(system.adminUrl, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${RUN} WITH (FORCE)`)
    await create(admin, RUN, template)
  })
  const url = withDatabase(system.database.url, RUN)
  const ownerUrl = withDatabase(system.database.ownerUrl, RUN)
  await withClient(withDatabase(system.adminUrl, RUN), (admin) => admin.query('VACUUM (ANALYZE)'))
  return { dataDir, secrets: secretsOf(dataDir), url, ownerUrl, adminUrl: system.adminUrl, pid: system.pid, stop: system.stop }
}
