import { appendAudit, type AuditLine } from '@/lib/platform/audit'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { Failure } from '@/lib/platform/errors'
import { isId } from '@/lib/platform/id'
import { requireProof } from '@/lib/platform/proof'
import { actFor, scopeOf, signedFor, type Actor } from '@/lib/platform/scope'
import { findAuthority } from './authority'
import type { Step } from './declare'
import type { Outcome, StepContext, SubjectRow } from './feature'
import { applyClocks, applyNotices, applyPapers } from './consequences'
import { fieldErrors } from './field-errors'
import { findStep, type KnownStep } from './registry'
import { currentWatch } from './watch'

export type StepDone = { readonly id: string; readonly status: string; readonly href: string }

const deepest = 4

/** One change with all that follows from it: the step taken and those it takes in turn, one transaction. */
export class Run {
  stream: string | null = null
  private tx: Tx | null = null
  private lines: AuditLine[] = []
  private depth = 0

  constructor(private readonly actor: Actor, private readonly requestId: string) {}

  /** Also on a retry of the transaction: nothing of the attempt before may remain. */
  begin(tx: Tx): void {
    this.tx = tx
    this.lines = []
    this.depth = 0
  }

  async take(known: KnownStep, id: string | null, input: unknown, version?: number): Promise<StepDone> {
    const tx = this.open()
    const { feature, step, key } = known
    const row = await this.lockRow(known, id, tx)
    if (row) this.stream = row.regionCode
    const authority = findAuthority(feature, this.actor, key, step, row)
    if (!authority.hasRole) throw new Failure('denied', 'errors.deny.role')
    // Before the policy: who was overtaken by somebody else is told so, not that the right is missing.
    if (row && version !== undefined && row.version !== version) throw overtaken(row.version - version)
    if (!authority.verdict.allow) throw new Failure('denied', authority.verdict.reason)
    if (row && step.from !== 'new' && !step.from.includes(row.status)) throw new Failure('wrongState')
    if (step.stepUp) await requireProof(tx, this.actor)

    let { actor } = authority
    if (row) await currentWatch()?.before({ tx, actor, name: known.name, subject: { type: feature.subject.type, id: row.id }, row })
    const effect = feature.effects[key] as (context: StepContext<SubjectRow, unknown>) => Promise<Outcome>
    const outcome = await effect({
      tx, actor, scope: scopeOf(this.actor), step: key, row: row as SubjectRow, input, today: today(), now: now(),
      inNameOf: (people) => {
        const found = this.worker(people, step)
        if (found) actor = found.actor
        return found?.userId ?? null
      },
      take: (name, innerId, innerInput) => this.takeNested(name, innerId, innerInput),
    })
    this.stream = outcome.regionCode
    const status = this.nextState(known.name, step, row, outcome)
    if (row && (await feature.subject.move(tx, row.id, row.version, status)) !== 1) throw new Failure('conflict')

    const subject = { type: feature.subject.type, id: outcome.id }
    const clocks = await applyClocks({ tx, actor, step, subject, outcome })
    const papers = await applyPapers({ tx, actor, step, subject, outcome })
    await applyNotices({ tx, actor, name: known.name, step, subject, outcome, requestId: this.requestId })
    const followed = (await currentWatch()?.after({
      tx, actor, name: known.name, subject, outcome, take: (name, innerId, innerInput) => this.takeNested(name, innerId, innerInput),
    })) ?? []
    this.lines.push({
      stream: outcome.regionCode, actor: outcome.onBehalfOf ? { ...actor, name: signedFor(actor.name, outcome.onBehalfOf) } : actor, action: known.name, subjectType: subject.type, subjectId: subject.id,
      result: 'done', requestId: this.requestId,
      before: row ? { status: row.status, ...asObject(outcome.before) } : undefined,
      after: { status, ...asObject(outcome.after), ...(clocks.length > 0 ? { clocks } : {}), ...(papers.length > 0 ? { papers } : {}),
        ...(followed.length > 0 ? { followed } : {}) },
    })
    return { id: outcome.id, status, href: outcome.href ?? feature.href(outcome.id) }
  }

  /** Last of all, under the streams' locks. A change that left no line does not happen. */
  async finish(): Promise<void> {
    if (this.lines.length === 0) throw new Error('a change without an audit line')
    await appendAudit(this.open(), this.lines)
  }

  private async takeNested(name: string, id: string | null, input: unknown): Promise<{ id: string }> {
    const known = findStep(name)
    if (!known) throw new Error(`no step ${name}`)
    if (this.depth >= deepest) throw new Error(`${name}: steps nested too deep`)
    const parsed = known.step.input.strict().safeParse(input)
    if (!parsed.success) throw new Failure('invalid', undefined, fieldErrors(parsed.error))
    this.depth += 1
    const done = await this.take(known, id, parsed.data)
    this.depth -= 1
    return done
  }

  private async lockRow({ step, feature }: KnownStep, id: string | null, tx: Tx): Promise<SubjectRow | null> {
    if (step.from === 'new') {
      if (id !== null) throw new Failure('notFound')
      return null
    }
    const { subject } = feature
    if (id === null || !(subject.isKey?.(id) ?? isId(id))) throw new Failure('notFound')
    const row = step.nested && subject.lockNested ? await subject.lockNested(tx, id) : await subject.lock(tx, id, scopeOf(this.actor))
    if (!row) throw new Failure('notFound')
    return row
  }

  private worker(people: readonly string[], step: Step): { userId: string; actor: Actor } | null {
    if (people.includes(this.actor.userId)) return { userId: this.actor.userId, actor: this.actor }
    if (step.reserved) return null
    const stand = this.actor.standsFor.find(({ userId, roles }) => people.includes(userId) && roles.some((role) => step.by.includes(role)))
    return stand ? { userId: stand.userId, actor: actFor(this.actor, stand) } : null
  }

  private nextState(name: string, step: Step, row: SubjectRow | null, outcome: Outcome): string {
    const status = outcome.to ?? (step.to.length === 1 ? step.to[0] : step.to.length === 0 ? row?.status : undefined)
    const lawful = status !== undefined && (step.to.includes(status) || status === row?.status && step.to.length === 0)
    if (!lawful) throw new Error(`${name} may not lead to ${status ?? 'nowhere'}`)
    return status
  }

  private open(): Tx {
    if (!this.tx) throw new Error('not begun')
    return this.tx
  }
}

/** Every step on a record makes one version of it. */
const overtaken = (changes: number) => new Failure('conflict', undefined, undefined, { changes })

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
