import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { maintenance, query } from './command.mjs'

const CHAR = 18
const BPCHAR = 1042

/** The catalogues use PostgreSQL's one-byte type "char", which the adapter refuses and the engine
 *  needs as Character: let it through as bpchar and put the column's type right afterwards. */
function acceptCatalogues(adapter, pool) {
  let charColumns = []
  const send = pool.query.bind(pool)
  pool.query = async (...args) => {
    const result = await send(...args)
    charColumns = []
    for (const one of Array.isArray(result) ? result : [result]) {
      one?.fields?.forEach((field, i) => {
        if (field.dataTypeID !== CHAR) return
        field.dataTypeID = BPCHAR
        charColumns.push(i)
      })
    }
    return result
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement)
    for (const i of charColumns) result.columnTypes[i] = ColumnTypeEnum.Character
    return result
  }
  // The adapter splits a script at each semicolon and so breaks function bodies: send the file whole.
  adapter.executeScript = async (script) => {
    try {
      await send(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

/** Connections and shadow databases of one request; the engine does not put them all away itself. */
export function adapterFactory({ url, shadowDatabaseUrl }) {
  const pools = new Set()
  const shadows = new Map()

  const open = async (connectionString) => {
    const pool = new pg.Pool({ connectionString, max: 1 })
    pool.on('error', () => {})
    pools.add(pool)
    return acceptCatalogues(await new PrismaPg(pool, { disposeExternalPool: true }).connect(), pool)
  }
  const connectToShadowDb = async () => {
    if (shadowDatabaseUrl) return open(shadowDatabaseUrl)
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    const { admin } = maintenance(url)
    await query(admin, `CREATE DATABASE "${name}" TEMPLATE template0`)
    shadows.set(name, admin)
    const shadow = new URL(url)
    shadow.pathname = `/${name}`
    return open(shadow.toString())
  }
  const close = async () => {
    await Promise.all([...pools].map((pool) => (pool.ended ? null : pool.end())))
    for (const [name, admin] of shadows) await query(admin, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  }
  return {
    factory: { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect: () => open(url), connectToShadowDb },
    close,
  }
}
