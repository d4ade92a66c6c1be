// Sign-ins for a run: ordinary rows and ordinary cookies, as the product itself makes them.
import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { withClient } from '../postgres/sql.mjs'

/** Cookie headers of people by their login's beginning, in order. */
export async function signIn({ ownerUrl, secrets }, address, logins) {
  const people = await withClient(ownerUrl, async (owner) => {
    // Heads would be asked for a second factor first; what it costs is paid once a sign-in and not measured here.
    await owner.query(
      `INSERT INTO setting (id, region_code, key, value, effective_on, reason, set_by_id, set_at)
       SELECT gen_random_uuid(), '*', 'signIn.secondFactor', '"nobody"', '2024-01-01', 'bench', id, now() FROM app_user ORDER BY login LIMIT 1`,
    )
    const { rows } = await owner.query('SELECT id, login, unit_id AS "unitId" FROM app_user WHERE login = ANY($1) ORDER BY array_position($1, login)', [logins])
    for (const person of rows) {
      person.sid = randomUUID()
      await owner.query(
        `INSERT INTO sign_in_session (id, user_id, created_at, last_seen_at, expires_at, source_address, user_agent)
         VALUES ($1, $2, now(), now(), now() + interval '8 hours', '127.0.0.1', 'bench')`,
        [person.sid, person.id],
      )
    }
    return rows
  })
  const first = await fetch(`${address}/sign-in`)
  const token = first.headers.getSetCookie().find((each) => each.startsWith('next-auth.csrf-token='))?.split(';')[0]
  for (const person of people) {
    const session = await encode({ token: { uid: person.id, sid: person.sid }, secret: secrets.nextauth })
    person.cookie = `${token}; gongyi.session=${session}`
  }
  return people
}

/** The limiter counts as in business, but its windows are emptied, so that a few people can do the work of many. */
export async function emptyLimits(ownerUrl) {
  const pg = (await import('pg')).default
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  let running = Promise.resolve()
  const timer = setInterval(() => (running = running.then(() => client.query('DELETE FROM rate_window'))), 200)
  return async () => {
    clearInterval(timer)
    await running
    await client.end()
  }
}
