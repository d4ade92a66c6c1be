// The database of this data folder: our own embedded one, or the operator's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { logOf, openDataFolder, runningOn, secretsOf } from './data-folder.mjs'
import { migrate } from './migration.mjs'
import { openOwnServer } from './own-server.mjs'
import { dataPlace } from './postgres/place.mjs'
import { startServer } from './postgres/server.mjs'
import { addToNote, readNote } from './postgres/note.mjs'
import { urlOf, withClient, withDatabase } from './postgres/sql.mjs'
import { script } from './run.mjs'

const NAME = 'gongyi'
const LOADING = 'gongyi_loading'

async function createRoles(admin, secrets) {
  for (const [role, password] of [['gongyi_owner', secrets.owner], ['gongyi_app', secrets.app]]) {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
    if (!rowCount) await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD ${admin.escapeLiteral(password)}`)
  }
}

/** Starts the embedded server, or finds the one that a running launcher started. */
async function openEmbedded(dataDir, secrets) {
  const folder = dataPlace(dataDir)
  const running = runningOn(dataDir)
  const server = running
    ? { host: '127.0.0.1', port: Number(readFileSync(join(folder, 'port'), 'utf8')), stop: async () => {} }
    : await startServer({ folder, password: secrets.postgres, log: logOf(dataDir, 'postgres') })
  const adminUrl = urlOf(server, 'postgres', secrets.postgres, 'postgres')
  try {
    await withClient(adminUrl, (admin) => createRoles(admin, secrets))
  } catch (error) {
    await server.stop()
    if (error.code !== '28P01') throw error
    throw new Error(`The database in ${folder} does not accept the passwords of ${dataDir}/secrets.json: was that file lost or replaced?`)
  }
  const url = urlOf(server, 'gongyi_app', secrets.app, NAME)
  const ownerUrl = urlOf(server, 'gongyi_owner', secrets.owner, NAME)
  return { ...server, adminUrl, database: { url, ownerUrl, appRole: 'gongyi_app' } }
}

export async function openSystem() {
  const dataDir = openDataFolder()
  const secrets = secretsOf(dataDir)
  if (!process.env.DATABASE_URL) return { dataDir, secrets, embedded: true, ...(await openEmbedded(dataDir, secrets)) }
  return { dataDir, secrets, embedded: false, stop: async () => {}, database: await openOwnServer(secrets) }
}

/** For commands that need the database a moment: opens, works, and closes what it opened. */
export async function withSystem(work) {
  try {
    const system = await openSystem()
    try {
      return await work(system)
    } finally {
      await system.stop()
    }
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

async function seed(dataDir, database) {
  console.log('Loading the demo, once; this takes a while …')
  const env = { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl, DATA_DIR: dataDir, GONGYI_CLOCK: 'movable', DEMO: '1' }
  await script('prisma/seed/main.ts', [], { quiet: true, env })
  await withClient(database.ownerUrl, (owner) => addToNote(owner, { holds: 'demo' }))
}

async function createDatabase(admin, name) {
  await admin.query(`CREATE DATABASE ${name} OWNER gongyi_owner TEMPLATE template0`)
  await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO gongyi_app`)
}

export const exists = ({ embedded, adminUrl }) =>
  !embedded || withClient(adminUrl, async (admin) => (await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME])).rowCount > 0)

/** Up to date, without deciding what it will hold. */
export async function migrateDatabase(system) {
  if (!(await exists(system))) await withClient(system.adminUrl, (admin) => createDatabase(admin, NAME))
  return migrate(system.database)
}

/** A new database is filled under another name and renamed at the end: what is cut off leaves nothing half done. */
export async function fillNew({ adminUrl, database }, fill) {
  const loading = { ...database, url: withDatabase(database.url, LOADING), ownerUrl: withDatabase(database.ownerUrl, LOADING) }
  await withClient(adminUrl, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${LOADING} WITH (FORCE)`)
    await createDatabase(admin, LOADING)
    await migrate(loading)
    await fill(loading)
    await admin.query(`ALTER DATABASE ${LOADING} RENAME TO ${NAME}`)
  })
}

/** Migrated, and filled once. Answers whether the database holds the demo. */
export async function prepareDatabase(system) {
  const demo = process.env.DEMO !== '0'
  const { dataDir, database } = system
  if (!(await exists(system))) {
    await fillNew(system, (loading) =>
      demo ? seed(dataDir, loading) : withClient(loading.ownerUrl, (owner) => addToNote(owner, { holds: 'business' })))
    return demo
  }
  await migrate(database)
  const { holds } = await withClient(database.ownerUrl, readNote)
  if (!holds && demo) await seed(dataDir, database)
  if (!holds && !demo) await withClient(database.ownerUrl, (owner) => addToNote(owner, { holds: 'business' }))
  if (holds === 'demo' && !demo) {
    throw new Error('This database holds the demo. DEMO=0 wants an empty one: give another DATA_DIR or DATABASE_URL.')
  }
  return (holds ?? (demo ? 'demo' : 'business')) === 'demo'
}
