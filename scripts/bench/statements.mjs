// How many statements a request makes: told by PostgreSQL's own log, not by the program.
import { readFileSync, statSync } from 'node:fs'
import { logOf } from '../data-folder.mjs'
import { withClient } from '../postgres/sql.mjs'

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function logging(adminUrl, value) {
  await withClient(adminUrl, async (admin) => {
    await admin.query(`ALTER SYSTEM SET log_statement = '${value}'`)
    await admin.query('SELECT pg_reload_conf()')
  })
  await pause(300)
}

/** Statements of one warm request of each kind, counted while nothing else asks. */
export async function countStatements({ adminUrl, dataDir }, operations, send) {
  const file = logOf(dataDir, 'postgres')
  const counts = {}
  await logging(adminUrl, 'all')
  try {
    for (const operation of operations) {
      await send(operation)
      await pause(150)
      const from = statSync(file).size
      await send(operation)
      await pause(150)
      const said = readFileSync(file).subarray(from).toString('utf8')
      counts[operation.name] = said.match(/LOG: {2}(statement|execute [^:]*):/g)?.length ?? 0
    }
  } finally {
    await logging(adminUrl, 'none')
  }
  return counts
}
