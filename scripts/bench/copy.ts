import type pg from 'pg'

/** What pg's own connection offers below its documented surface: enough for COPY without another package. */
type Wire = {
  query(sql: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  stream: { writableNeedDrain: boolean; once(event: 'drain', listener: () => void): void }
}

const CHUNK = 1 << 18

/** One COPY … FROM STDIN: rows go in as they come, in chunks, no faster than the server takes them. */
export async function copyInto(client: pg.Client, table: string, columns: readonly string[], rows: Iterable<readonly unknown[]>): Promise<number> {
  let wire: Wire | undefined
  let begun = (): void => undefined
  let over = (): void => undefined
  let failed: (error: unknown) => void = () => undefined
  const begins = new Promise<void>((resolve) => (begun = resolve))
  const ends = new Promise<void>((resolve, reject) => ((over = resolve), (failed = reject)))
  const copy = {
    submit(connection: Wire) {
      wire = connection
      connection.query(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)
    },
    handleCopyInResponse: () => begun(),
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => over(),
    handleError: (error: unknown) => failed(error),
  }
  client.query(copy as unknown as pg.Submittable)
  await Promise.race([begins, ends])
  const { stream } = wire!
  let text = ''
  let count = 0
  for (const row of rows) {
    count += 1
    text += `${row.map(field).join('\t')}\n`
    if (text.length < CHUNK) continue
    wire!.sendCopyFromChunk(Buffer.from(text))
    text = ''
    if (stream.writableNeedDrain) await new Promise<void>((resolve) => stream.once('drain', resolve))
  }
  wire!.sendCopyFromChunk(Buffer.from(text))
  wire!.endCopyFrom()
  await ends
  return count
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!)

/** Plain values as COPY's text format wants them; lists become arrays. */
function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (Array.isArray(value)) return escaped(`{${value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return escaped(typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean))
}
