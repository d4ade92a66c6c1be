import { now } from './clock'
import { json, type Tx } from './db'
import { Failure } from './errors'

/**
 * Books a request before anything else happens in its transaction. A second one with the same id waits for the first
 * and then gets its answer; the same id with other content is refused.
 */
export async function bookRequest<T>(tx: Tx, actorId: string, requestId: string, action: string, inputHash: string): Promise<T | null> {
  const booked = await tx.$executeRaw`
    INSERT INTO request_record (actor_id, request_id, action, input_hash, created_at)
    VALUES (${actorId}::uuid, ${requestId}, ${action}, ${inputHash}, ${now()})
    ON CONFLICT DO NOTHING`
  if (booked === 1) return null
  const known = await tx.requestRecord.findUniqueOrThrow({ where: { actorId_requestId: { actorId, requestId } } })
  if (known.inputHash !== inputHash || known.action !== action) throw new Failure('replayDiffers')
  return known.result as T
}

export async function keepAnswer(tx: Tx, actorId: string, requestId: string, answer: unknown): Promise<void> {
  await tx.requestRecord.update({ where: { actorId_requestId: { actorId, requestId } }, data: { result: json(answer) } })
}
