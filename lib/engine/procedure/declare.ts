import type { z } from 'zod'
import type { Role } from '@/lib/platform/roles'

/** Where a rule stands. Inventing an article is a defect: `practice` and `setting` say so openly. */
export type Basis = { readonly kind: 'law' | 'charter' | 'setting' | 'practice'; readonly ref: string }

/** A clock that a step starts. Parties, dates and flags are named here and filled in by the step's effect. */
export type ClockStart = {
  readonly rule: string
  /** The obligation it measures, usually the step that will satisfy it, e.g. `recommendation.reply`. */
  readonly duty: string
  readonly owedBy: string
  readonly owedTo?: string
  /** Name of the date that triggers it; with `follows`, the trigger is the rolled end of that duty's clock. */
  readonly trigger?: string
  readonly follows?: string
  /** Started only where the effect raises this flag; with `!` in front, only where it does not. */
  readonly when?: string
}

export type StepClocks = {
  readonly starts?: readonly ClockStart[]
  /** Duties whose running clocks this step satisfies, on the effect's date named after the colon, else today. */
  readonly satisfies?: readonly { readonly duty: string; readonly on?: string; readonly when?: string }[]
  readonly pauses?: readonly string[]
  readonly resumes?: readonly string[]
  /** Duties whose clock is extended; by how much the effect says. */
  readonly extends?: readonly string[]
  /** Duties found not kept after all: the clock satisfied last runs again with its old end. */
  readonly reopens?: readonly { readonly duty: string; readonly when?: string }[]
  /** Duties counted anew because the length or the trigger changed; to what and why the effect says. */
  readonly recounts?: readonly { readonly duty: string; readonly when?: string }[]
  /** Duties cancelled because they have lost their object; '*' is every running one of the subject. */
  readonly cancels?: readonly string[]
  readonly cancelsWhen?: string
}

export type StepPaper = {
  readonly kind: string
  /** `taken`: of the office's own series, given elsewhere; `given`: by the body whose paper it is, kept as written. */
  readonly number: 'taken' | 'given' | 'assign' | 'none'
  readonly when?: string
}

/**
 * How an office enters this step for a body without an account: its own step with the fields of the day that counts, of who signed
 * and of the scan; or why no paper ever takes this step's place.
 */
export type OnPaper =
  | { readonly step: string; readonly day: string; readonly signer: string | null; readonly scan: string }
  | { readonly never: string }

/** Who is told: people with one of these roles in the unit that plays this party. */
export type StepNotice = { readonly party: string; readonly roles: readonly Role[]; readonly when?: string }

export type Step = {
  readonly from: readonly string[] | 'new'
  /** States it may lead to; empty: the state stays. With several, the effect says which. */
  readonly to: readonly string[]
  readonly by: readonly Role[]
  readonly basis: readonly Basis[]
  readonly input: z.ZodObject
  readonly clocks?: StepClocks
  readonly papers?: readonly StepPaper[]
  readonly notices?: readonly StepNotice[]
  /** Seen only inside the acting unit: approvals, notes, the inner chain. */
  readonly inner?: boolean
  /** Drawn by a form of the feature's own instead of the default one. */
  readonly ownForm?: boolean
  /** Issues or grants: the person proves again who they are, unless they did within the last minutes. */
  readonly stepUp?: boolean
  /** The law gives it to the holder of the office: neither absence nor delegation passes it on. */
  readonly reserved?: boolean
  /** For steps that only other bodies take. */
  readonly onPaper?: OnPaper
  /** Reads or enters many rows of a sheet at once, all or none: its transaction may last longer. */
  readonly many?: boolean
  /** Taken only by another step, never offered by itself. */
  readonly nested?: boolean
  /** Open beside the way on: sending back, objecting, asking; never shown as what comes next. */
  readonly aside?: boolean
  /** 批量办理: may be taken on many records of a list at once, with these fields filled in once for all of them. */
  readonly bulk?: { readonly shared: readonly string[] }
}

export type Procedure = {
  readonly name: string
  readonly states: readonly string[]
  /** States nothing leads out of. */
  readonly final: readonly string[]
  readonly steps: Readonly<Record<string, Step>>
}

/** Checks the declaration itself, so that a slip of the pen shows when the module loads. */
export function declareProcedure<const P extends Procedure>(procedure: P): P {
  for (const [key, step] of Object.entries(procedure.steps) as [string, Step][]) {
    const named = [...(step.from === 'new' ? [] : step.from), ...step.to]
    const unknown = named.find((state) => !procedure.states.includes(state))
    if (unknown) throw new Error(`${procedure.name}.${key}: no state ${unknown}`)
    if (step.basis.length === 0) throw new Error(`${procedure.name}.${key}: no basis`)
    if (step.by.length === 0) throw new Error(`${procedure.name}.${key}: nobody may take it`)
    if (step.from === 'new' && step.to.length === 0) throw new Error(`${procedure.name}.${key}: a new record needs a state`)
    if (step.bulk && (step.from === 'new' || step.nested || step.stepUp || step.reserved))
      throw new Error(`${procedure.name}.${key}: not to be taken on many at once`)
    for (const state of procedure.final)
      if (step.from !== 'new' && step.from.includes(state) && step.to.length > 0)
        throw new Error(`${procedure.name}.${key}: leads out of the final state ${state}`)
  }
  return procedure
}

export const law = (ref: string): Basis => ({ kind: 'law', ref })
export const charter = (ref: string): Basis => ({ kind: 'charter', ref })
export const setting = (ref: string): Basis => ({ kind: 'setting', ref })
export const practice = (ref: string): Basis => ({ kind: 'practice', ref })
