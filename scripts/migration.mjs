import { readFileSync } from 'node:fs'
import { fingerprint } from './fingerprint.mjs'
import { root } from './install.mjs'
import { addToNote, readNote } from './postgres/note.mjs'
import { withClient } from './postgres/sql.mjs'
import { prisma } from './run.mjs'

const NEWEST_TESTED = 18

/** What a database must hold to be current. */
export const level = () => fingerprint(['prisma/migrations', 'prisma/grants.sql', 'node_modules/graphile-worker/package.json'])

/** pg_trgm ignores Chinese where the character classes are not UTF-8, and says nothing. */
async function checkServer(client) {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num')::int AS version, to_regproc('show_trgm') IS NOT NULL AS trigrams",
  )
  const major = Math.floor(rows[0].version / 10_000)
  if (major < NEWEST_TESTED) throw new Error(`PostgreSQL ${NEWEST_TESTED} or newer is needed, this server is ${major}.`)
  if (!rows[0].trigrams) return
  const { rows: sample } = await client.query("SELECT show_trgm('检') <> '{}' AS chinese")
  if (!sample[0].chinese) throw new Error("This database does not index Chinese: create it with LC_CTYPE 'C.UTF-8'.")
}

/** Brings a database up to date as its owner and gives the application's role what it needs. */
export async function migrate({ ownerUrl, appRole }) {
  const wanted = level()
  const current = await withClient(ownerUrl, async (client) => {
    await checkServer(client)
    return (await readNote(client)).level === wanted
  })
  if (current) return false
  await prisma(['migrate', 'deploy'], { quiet: true, env: { DATABASE_OWNER_URL: ownerUrl } })
  const { runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: ownerUrl })
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN')
    await client.query("SELECT set_config('gongyi.app_role', $1, true)", [appRole])
    await client.query(readFileSync(`${root}prisma/grants.sql`, 'utf8'))
    await addToNote(client, { level: wanted })
    await client.query('COMMIT')
  })
  return true
}
