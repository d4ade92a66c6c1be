/** What the launcher needs to remember about a database is kept with it: its level, and whether it
 *  holds the demo. So a copied, restored or replaced database never meets a stale file. */
const table = 'public._prisma_migrations'

export async function readNote(client) {
  const { rows } = await client.query('SELECT obj_description(to_regclass($1)) AS note', [table])
  return rows[0].note?.startsWith('{') ? JSON.parse(rows[0].note) : {}
}

export async function addToNote(client, fields) {
  const note = JSON.stringify({ ...(await readNote(client)), ...fields })
  await client.query(`COMMENT ON TABLE ${table} IS ${client.escapeLiteral(note)}`)
}
