import pg from 'pg'

const codes = { '3D000': 'P1003', '28P01': 'P1000', '28000': 'P1010', '42P04': 'P1009' }

/** The same server, but its maintenance database, and the name of the database that was meant. */
export function maintenance(url) {
  const admin = new URL(url)
  const name = decodeURIComponent(admin.pathname.slice(1))
  admin.pathname = '/postgres'
  return { admin: admin.toString(), name }
}

export async function query(url, sql) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

const commands = {
  'can-connect-to-database': (url) => query(url, 'select 1'),
  'create-database': (url) => {
    const { admin, name } = maintenance(url)
    return query(admin, `CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  },
  'drop-database': (url) => {
    const { admin, name } = maintenance(url)
    return query(admin, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
  },
}

/** The engine's one-shot commands; answers the exit code. */
export async function command(name, url, { rethrow = false } = {}) {
  try {
    if (!commands[name]) throw new Error(`unsupported command ${name}`)
    await commands[name](url)
    return 0
  } catch (error) {
    if (rethrow) throw error
    const fields = { message: error.message, error_code: codes[error.code] ?? 'P1001' }
    const line = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' }
    process.stderr.write(`${JSON.stringify(line)}\n`)
    return 1
  }
}
