import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'

/** A transaction has one connection, which answers one statement after another; Prisma asks for the parts of a record all at once. */
export function oneByOne(factory: SqlMigrationAwareDriverAdapterFactory): SqlMigrationAwareDriverAdapterFactory {
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter: SqlDriverAdapter = await connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => inTurn(await start(level))
    return adapter
  }
  return factory
}

function inTurn(tx: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const turn = <A extends unknown[], R>(ask: (...given: A) => Promise<R>) => (...given: A): Promise<R> => {
    const answer = last.then(() => ask(...given))
    last = answer.catch(() => undefined)
    return answer
  }
  tx.queryRaw = turn(tx.queryRaw.bind(tx))
  tx.executeRaw = turn(tx.executeRaw.bind(tx))
  return tx
}
