// Prepares a database to clone in a running test cluster (TEST_PG_ADMIN_URL): migrated, with the
// application's grants, and, if asked, filled by a seed. Prints its name as JSON.
import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from './fingerprint.mjs'
import { generate } from './generate.mjs'
import { migrate, level } from './migration.mjs'
import { withClient, withDatabase } from './postgres/sql.mjs'
import { script } from './run.mjs'

const kinds = {
  empty: { reads: [] },
  fixture: { seed: 'prisma/seed/fixture.ts', reads: ['prisma/seed', 'facts/charters', 'lib/charters'] },
  // A main line played by the people of the fixture, for what a browser does in the middle of one.
  ground: { base: 'fixture', seed: 'tests/support/doors/ground.ts', reads: ['prisma/seed', 'lib', 'facts', 'tests/support/doors'] },
  // Its stories go on with the days: what stands in which state is known of one moment only.
  demo: { seed: 'prisma/seed/main.ts', reads: ['prisma/seed', 'lib', 'facts'], at: '2026-11-22T20:00:00+08:00' },
}
/** The only password there is in tests. */
const PASSWORD = 'Gongyi-test-2026'

/** Owner and application have the administrator's password here, so that its address leads to all. */
function urlFor(adminUrl, user, database) {
  const url = new URL(withDatabase(adminUrl, database))
  url.username = user
  return url.toString()
}

const exists = async (admin, name) =>
  (await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount > 0

/** What a seed writes beside the database; the cluster's end removes it. */
const filesOf = (adminUrl, name) => join(tmpdir(), `gongyi-test-files-${new URL(adminUrl).port}`, name)

async function createRoles(admin, adminUrl) {
  const password = decodeURIComponent(new URL(adminUrl).password).replaceAll("'", "''")
  for (const role of ['gongyi_owner', 'gongyi_app']) {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
    if (!rowCount) await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`)
  }
}

async function build(admin, adminUrl, name, { seed, base: below = 'empty', at }, dataDir) {
  const working = `gongyi_test_making_${randomUUID().slice(0, 8)}`
  const base = seed ? await ensure(admin, adminUrl, below) : 'template0'
  await admin.query(`CREATE DATABASE ${working} OWNER gongyi_owner TEMPLATE ${base}`)
  try {
    const ownerUrl = urlFor(adminUrl, 'gongyi_owner', working)
    await migrate({ ownerUrl, appRole: 'gongyi_app' })
    if (seed) {
      mkdirSync(join(dataDir, 'files'), { recursive: true })
      const urls = { DATABASE_URL: urlFor(adminUrl, 'gongyi_app', working), DATABASE_OWNER_URL: ownerUrl }
      const clock = join(dataDir, 'clock')
      if (at) writeFileSync(clock, String(Date.parse(at) - Date.now()))
      await script(seed, [], { quiet: true, env: { ...urls, ...(at ? { GONGYI_TEST_CLOCK: clock } : {}), DATA_DIR: dataDir, GONGYI_CLOCK: 'movable', DEMO_PASSWORD: PASSWORD, NEXTAUTH_SECRET: 'not the server’s' } })
    }
    await admin.query(`ALTER DATABASE ${working} RENAME TO ${name}`)
  } catch (error) {
    await admin.query(`DROP DATABASE IF EXISTS ${working} WITH (FORCE)`)
    throw error
  }
}

const readsOf = (kind) => [...kinds[kind].reads, ...(kinds[kind].base ? readsOf(kinds[kind].base) : [])]

async function ensure(admin, adminUrl, kind) {
  const name = `gongyi_test_template_${kind}_${level().slice(0, 8)}${fingerprint(readsOf(kind)).slice(0, 8)}`
  if (!(await exists(admin, name))) await build(admin, adminUrl, name, kinds[kind], filesOf(adminUrl, name))
  return name
}

export async function ensureTemplate(adminUrl, kind = 'empty') {
  await generate()
  return withClient(adminUrl, async (admin) => {
    await admin.query("SELECT pg_advisory_lock(hashtext('gongyi test templates'))")
    await createRoles(admin, adminUrl)
    const template = await ensure(admin, adminUrl, kind)
    return { template, dataDir: filesOf(adminUrl, template), password: PASSWORD, at: kinds[kind].at }
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await ensureTemplate(process.env.TEST_PG_ADMIN_URL, process.argv[2])))
}
