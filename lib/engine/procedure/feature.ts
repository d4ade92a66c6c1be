import type { LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Role } from '@/lib/platform/roles'
import type { Actor, Scope } from '@/lib/platform/scope'
import type { PaperData } from '@/lib/engine/papers/values'
import type { Basis, Procedure } from './declare'

/** What every record under a procedure has. */
export type SubjectRow = {
  readonly id: string
  readonly regionCode: string
  readonly status: string
  readonly version: number
  readonly audience: readonly string[]
}

/** How the runner gets at a feature's record. */
export type Subject<Row extends SubjectRow> = {
  /** As stored in clocks, papers, notices and the audit chain. */
  readonly type: string
  /** Where the key is no id of ours (the code of a region). */
  isKey?(id: string): boolean
  /** Locks the row FOR UPDATE if it is within scope; null is "not found". */
  lock(tx: Tx, id: string, scope: Scope): Promise<Row | null>
  /** For a nested step whose actor may not see the record itself: locks it whatever the scope. */
  lockNested?(tx: Tx, id: string): Promise<Row | null>
  /** The new state, only in the version that was locked. */
  move(tx: Tx, id: string, version: number, status: string): Promise<number>
}

export type Verdict = { readonly allow: true } | { readonly allow: false; readonly reason: string; readonly hidden?: boolean; readonly own?: boolean }

export const allow: Verdict = { allow: true }
/** Refused with a reason the person is told (a message key). The step shows as blocked. */
export const deny = (reason: string): Verdict => ({ allow: false, reason })
/** Refused because of what this very person did before; in another's right it stays refused. */
export const denyOwn = (reason: string): Verdict => ({ allow: false, reason, own: true })
/** Not this person's business at all: the step does not show. */
export const hide = (reason: string): Verdict => ({ allow: false, reason, hidden: true })

/** `row` is null for a step that creates its record. `step` is the short key (`refer`). */
export type Policy<Row extends SubjectRow> = (actor: Actor, step: string, row: Row | null) => Verdict

export type PaperDraft = {
  readonly kind: string
  readonly issuerUnitId: string
  /** Fields of the template in facts/templates. */
  readonly data: PaperData
  /** The number taken over from the office's own system; needed where the declaration says `taken`. */
  readonly takenNumber?: string
  /** 代录: another body's paper, of which there is this scan. */
  readonly scanFileId?: string
  readonly audience: readonly string[]
  readonly issuedOn?: LocalDate
  readonly signedById?: string | null
}

export type Outcome = {
  readonly id: string
  readonly regionCode: string
  readonly title: string
  readonly audience: readonly string[]
  /** The state reached; needed where the declaration allows several. */
  readonly to?: string
  /** Units by the names the declaration uses. */
  readonly parties?: Readonly<Record<string, string>>
  readonly dates?: Readonly<Record<string, LocalDate>>
  readonly flags?: readonly string[]
  /** Lengths written in the letter itself, by duty (only for rules that allow it). */
  readonly amounts?: Readonly<Record<string, number>>
  /** By how much a declared extension extends, in the rule's unit; without a basis of its own, the step's. */
  readonly extensions?: Readonly<Record<string, { readonly amount: number; readonly on?: LocalDate; readonly basis?: readonly Basis[] }>>
  readonly recounts?: Readonly<Record<string, { readonly reason: string; readonly amount?: number; readonly trigger?: LocalDate }>>
  readonly papers?: readonly PaperDraft[]
  /** What changed, for the audit line; no secrets, no personal data. */
  readonly before?: unknown
  readonly after?: unknown
  /** 代录: the body without an account and who signed for it; the line then says whose act it was (`B 代 A`). */
  readonly onBehalfOf?: string
  /** Where to go next; without it, the record itself. */
  readonly href?: string
  /** People told besides the roles declared (a named handler, the author). */
  readonly tell?: readonly string[]
  /** Filled in by the runner after papers are issued: kind → paper id and number. */
  onPapers?(papers: readonly IssuedPaper[]): Promise<void>
  /** Runs after the declared clocks: duty → the rolled end of what was started, extended or counted anew. */
  onClocks?(ends: Readonly<Record<string, LocalDate>>): Promise<void>
}

export type IssuedPaper = { readonly id: string; readonly kind: string; readonly number: string | null }

export type StepContext<Row extends SubjectRow, Input> = {
  readonly tx: Tx
  readonly actor: Actor
  readonly scope: Scope
  readonly step: string
  readonly row: Row
  readonly input: Input
  readonly today: LocalDate
  readonly now: Date
  /**
   * Whose the work is of these people: the person's own, else that of one they stand for, and then the step is taken in that
   * one's right. Null where they are none of them. For effects whose record names the people only in the input.
   */
  inNameOf(people: readonly string[]): string | null
  /** Takes another step inside the same transaction, with its own checks, clocks, papers and audit line. */
  take(step: string, id: string | null, input: unknown): Promise<{ id: string }>
}

/** For steps from 'new' the context's row is null. */
export type Effect = (context: StepContext<never, never>) => Promise<Outcome>

export type Feature = {
  readonly procedure: Procedure
  readonly subject: Subject<SubjectRow>
  readonly policy: Policy<SubjectRow>
  readonly effects: Readonly<Record<string, Effect>>
  /** Page of a record. */
  readonly href: (id: string) => string
  /** Where its time line stands whole, if it has a place of its own. */
  readonly trail?: (id: string) => string
  /** Who is at work on the record in that unit; empty where nobody is named yet. */
  readonly responsible?: (id: string, unitId: string) => Promise<string[]>
}

/** Binds a feature's parts; the types of row and inputs meet here and nowhere else. */
export function defineFeature<Row extends SubjectRow>(parts: {
  procedure: Procedure
  subject: Subject<Row>
  policy: Policy<Row>
  effects: Readonly<Record<string, unknown>>
  /**
   * What a step without an effect of its own leaves: the record in its new state, and what was entered in the audit line. For steps that
   * only decide or note something; never for one whose input is a secret, or is shown anywhere but in the time line.
   */
  plain?: (row: Row) => Outcome
  href: (id: string) => string
  trail?: (id: string) => string
  responsible?: (id: string, unitId: string) => Promise<string[]>
}): Feature {
  const { plain } = parts
  const effects: Record<string, unknown> = { ...parts.effects }
  for (const [key, step] of Object.entries(parts.procedure.steps)) {
    if (plain && step.from !== 'new') effects[key] ??= ({ row, input }: StepContext<Row, object>) => Promise.resolve({ ...plain(row), after: { ...input } })
    if (typeof effects[key] !== 'function') throw new Error(`${parts.procedure.name}.${key} has no effect`)
  }
  for (const key of Object.keys(parts.effects))
    if (!(key in parts.procedure.steps)) throw new Error(`${parts.procedure.name}.${key} is not declared`)
  return { ...parts, effects } as unknown as Feature
}

/** Roles as a quick test for policies. */
export const holds = (actor: Actor, ...wanted: Role[]): boolean => actor.roles.some((role) => wanted.includes(role))
