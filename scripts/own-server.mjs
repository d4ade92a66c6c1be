// The operator's own PostgreSQL, as DATABASE_URL and DATABASE_OWNER_URL name it.
import pg from 'pg'
import { withClient } from './postgres/sql.mjs'

const APP = 'gongyi_app'

/** Two addresses: the owner's and the application's. Nothing to create. */
async function withBoth(url, ownerUrl) {
  const role = (address) =>
    withClient(address, async (client) => (await client.query('SELECT current_user AS name')).rows[0].name)
  const [appRole, owner] = await Promise.all([role(url), role(ownerUrl)])
  if (appRole === owner) throw new Error('DATABASE_URL and DATABASE_OWNER_URL name the same role: the application may not own its tables.')
  return { url, ownerUrl, appRole }
}

const manual = (password) => `CREATE ROLE ${APP} LOGIN PASSWORD ${pg.escapeLiteral(password)};`

/** One address: its role owns the tables, and makes the application's role beside itself if it may. */
export async function openOwnServer(secrets) {
  const { DATABASE_URL: given, DATABASE_OWNER_URL: ownerUrl } = process.env
  for (const address of [given, ownerUrl].filter(Boolean)) {
    await withClient(address, () => undefined).catch((error) => {
      const { hostname, port, pathname } = new URL(address)
      throw new Error(`The database ${hostname}:${port || 5432}${pathname} refuses us: ${error.message}`)
    })
  }
  if (ownerUrl) return withBoth(given, ownerUrl)
  const url = new URL(given)
  url.username = APP
  url.password = secrets.app
  await withClient(given, async (client) => {
    const { rows } = await client.query(
      `SELECT rolname, rolcreaterole OR rolsuper AS may, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS there
       FROM pg_roles WHERE rolname = current_user`,
      [APP],
    )
    const [{ rolname, may, there }] = rows
    if (rolname === APP) {
      throw new Error(`DATABASE_URL is the application's own role: name the owner of the tables in DATABASE_OWNER_URL.`)
    }
    if (!there && !may) {
      throw new Error(
        `The role ${rolname} may not create roles. Let an administrator of that server run\n\n  ${manual(secrets.app)}\n\nand start again.`,
      )
    }
    if (!there) await client.query(manual(secrets.app))
    await client.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(decodeURIComponent(url.pathname.slice(1)))} TO ${APP}`)
  })
  await withClient(url.toString(), () => undefined).catch((error) => {
    if (error.code !== '28P01') throw error
    const change = `ALTER ROLE ${APP} PASSWORD ${pg.escapeLiteral(secrets.app)};`
    throw new Error(
      `The role ${APP} has another password than the data folder knows. Give both DATABASE_URL and DATABASE_OWNER_URL,\nor let an administrator run\n\n  ${change}\n`,
    )
  })
  return { url: url.toString(), ownerUrl: given, appRole: APP }
}
