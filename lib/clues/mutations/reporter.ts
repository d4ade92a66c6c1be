import { appendAudit } from '@/lib/platform/audit'
import { errorCode, transact } from '@/lib/platform/db'
import { invalid, notFound, refuse } from '@/lib/platform/errors'
import { isId } from '@/lib/platform/id'
import { scopeOf, type Actor } from '@/lib/platform/scope'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import type { z } from 'zod'
import { mayReadReporter } from '../policy'
import type { recordReporterInput } from '../schema'
import { clueOutcome, clueSubject, type LockedClue } from './subject'

export type Reporter = {
  readonly name: string
  readonly contact: string
  readonly anonymous: boolean
  readonly statement: string
}

const alreadyThere = '23505'

/** Kept in a table the application itself cannot read; neither the clue nor the audit line holds a word of it. */
export async function recordReporter({ tx, row, input, now }: StepContext<LockedClue, z.infer<typeof recordReporterInput>>): Promise<Outcome> {
  const anonymous = input.anonymous ?? false
  if (!anonymous && !input.name) throw invalid({ name: 'errors.field.required' })
  try {
    await tx.$executeRaw`
      SELECT write_clue_reporter(${row.id}::uuid, ${input.name ?? ''}, ${input.contact ?? ''}, ${anonymous}, ${input.statement ?? ''}, ${now}::timestamptz)`
  } catch (error) {
    if (errorCode(error) === alreadyThere) throw refuse('clues.refuse.reporterKept')
    throw error
  }
  return clueOutcome(row, { after: { recorded: true } })
}

/** One look at who reported: by those who may, with a reason, and with a line of its own in the same transaction. */
export async function readReporter(actor: Actor, clueId: string, reason: string, requestId: string): Promise<Reporter | null> {
  if (!isId(clueId)) throw notFound()
  const seen = await transact(async (tx) => {
    const row = await clueSubject.lock(tx, clueId, scopeOf(actor))
    const allowed = row !== null && mayReadReporter(actor, row)
    const found = allowed ? await tx.$queryRaw<Reporter[]>`SELECT name, contact, anonymous, statement FROM read_clue_reporter(${clueId}::uuid)` : []
    await appendAudit(tx, [{
      stream: row?.regionCode ?? actor.regionCode, actor, action: 'clue.readReporter', subjectType: 'clue', subjectId: clueId,
      result: allowed ? 'done' : 'denied', reason, requestId, after: { found: found.length > 0 },
    }])
    return { allowed, reporter: found[0] ?? null }
  })
  if (!seen.allowed) throw notFound()
  return seen.reporter
}
