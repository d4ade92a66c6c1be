import type { Tx } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/scope'
import type { Outcome, SubjectRow } from './feature'

type Step = { readonly tx: Tx; readonly actor: Actor; readonly name: string }

export type StepAhead = Step & { readonly subject: { readonly type: string; readonly id: string }; readonly row: SubjectRow }
export type StepTaken = Step & {
  readonly subject: { readonly type: string; readonly id: string }
  readonly outcome: Outcome
  take(step: string, id: string | null, input: unknown): Promise<{ id: string }>
}

/** Somebody who watches every step of every procedure: may hold it up, and may draw consequences of its own. */
export type Watch = {
  /** Throws where the step may not be taken yet. */
  before(step: StepAhead): Promise<void>
  /** What it did, in a word each, for the audit line. */
  after(step: StepTaken): Promise<readonly string[]>
}

let watching: Watch | null = null

/** Called once by the composition root: the opinion of a place binds every procedure, and the engine knows no feature. */
export function watchSteps(watch: Watch): void {
  watching = watch
}

export const currentWatch = (): Watch | null => watching
