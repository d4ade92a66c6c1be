import pg from 'pg'

export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

export function urlOf({ host, port }, user, password, database) {
  return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
}

export function withDatabase(url, name) {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.toString()
}

export const nameOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1))
