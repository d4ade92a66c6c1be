import pg from 'pg'
import { vi } from 'vitest'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }

const sent: Statement[] = []

/** From here on the database's driver tells what it is asked. */
export function hearStatements(): void {
  const send = pg.Client.prototype.query as (...given: unknown[]) => unknown
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [what, more] = given as [string | Statement, unknown[] | undefined]
    sent.push(typeof what === 'string' ? { text: what, values: more ?? [] } : { text: what.text, values: more ?? what.values })
    return send.apply(this, given)
  } as typeof pg.Client.prototype.query)
}

/** What the database is asked while this runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  sent.length = 0
  await work()
  return [...sent]
}
