import { appendAudit } from '@/lib/platform/audit'
import { canonicalJson, sha256 } from '@/lib/platform/canonical'
import { errorCode, transact } from '@/lib/platform/db'
import { Failure, type FailureCode, type FieldErrors } from '@/lib/platform/errors'
import { bookRequest, keepAnswer } from '@/lib/platform/idempotency'
import { log } from '@/lib/platform/log'
import type { Actor } from '@/lib/platform/scope'
import { fieldErrors } from './field-errors'
import { findUnfit, isRequestId, knownKey } from './fit-text'
import { findStep, type KnownStep } from './registry'
import { Run } from './run'

export type StepAnswer =
  | { readonly ok: true; readonly id: string; readonly status: string; readonly href: string }
  | {
      readonly ok: false
      readonly code: FailureCode
      readonly reason?: string
      readonly fields?: FieldErrors
      readonly params?: Record<string, string | number>
    }

export type StepRequest = {
  /** Made when the form was drawn: a double click, a reload and a retry share it. */
  readonly requestId: string
  /** The version the person was looking at; left out by the worker and by nested steps. */
  readonly version?: number
}

// A sheet of units or people entered, or thousands of rows checked, on a slow machine.
const longest = 180_000

/**
 * The one way anything changes. Checks, changes, clocks, papers, notices and the audit line happen in one transaction or
 * not at all. Expected failures come back as an answer; the unexpected is thrown.
 */
export async function takeStep(
  actor: Actor, name: string, id: string | null, input: unknown, request: StepRequest,
): Promise<StepAnswer> {
  const known = findStep(name)
  if (!known || known.step.nested) return { ok: false, code: 'notFound' }
  if (!isRequestId(request.requestId)) return { ok: false, code: 'refused' }
  const unfit = findUnfit(input)
  if (Object.keys(unfit).length > 0) return { ok: false, code: 'invalid', fields: unfit }
  const parsed = known.step.input.strict().safeParse(input)
  if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldErrors(parsed.error) }
  const run = new Run(actor, request.requestId)
  try {
    return await transact(async (tx) => {
      const inputHash = sha256(canonicalJson([name, id, input]))
      const answered = await bookRequest<StepAnswer>(tx, actor.userId, request.requestId, name, inputHash)
      if (answered) return answered
      run.begin(tx)
      const done = await run.take(known, id, parsed.data, request.version)
      const answer: StepAnswer = { ok: true, id: done.id, status: done.status, href: done.href }
      await keepAnswer(tx, actor.userId, request.requestId, answer)
      await run.finish()
      return answer
    }, known.step.many ? { timeout: longest } : {})
  } catch (error) {
    return failed(error, actor, known, id, request, run)
  }
}

async function failed(
  error: unknown, actor: Actor, known: KnownStep, id: string | null, request: StepRequest, run: Run,
): Promise<StepAnswer> {
  const code = errorCode(error)
  const failure = error instanceof Failure ? error : code === '55P03' || code === 'P2028' || code === 'P2024' ? new Failure('busy') : null
  if (!failure) throw error
  // A refusal for lack of right leaves its own line, since the change it belongs to is rolled back.
  if (failure.code === 'denied' || failure.code === 'notFound')
    await transact((tx) => appendAudit(tx, [{
      stream: run.stream ?? actor.regionCode, actor, action: known.name, subjectType: known.feature.subject.type,
      subjectId: knownKey(id), result: 'denied', reason: failure.reason ?? failure.code, requestId: request.requestId,
    }])).catch((cause: unknown) => log('error', 'audit.denialLost', { step: known.name, cause: String(cause) }))
  return { ok: false, code: failure.code, reason: failure.reason, fields: failure.fields, params: failure.params }
}
