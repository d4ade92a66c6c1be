import { isOpen } from '@/lib/engine/deadlines/phase'
import type { Role } from '@/lib/platform/roles'
import type { Actor } from '@/lib/platform/scope'
import { findAuthority } from './authority'
import type { Basis, Step } from './declare'
import type { Feature, SubjectRow } from './feature'
import { describeForm, type FormField } from './form-fields'

/** A step as a page shows it: open to this person now, or visible but blocked with its reason. */
export type OfferedStep = {
  readonly name: string
  readonly key: string
  readonly basis: readonly Basis[]
  readonly ownForm: boolean
  readonly aside: boolean
  /** Rule and duty of each clock it would start. */
  readonly starts: readonly { readonly rule: string; readonly duty: string }[]
  readonly papers: readonly string[]
  readonly fields: readonly FormField[]
  readonly blocked: string | null
  /** In whose right it would be taken, where it is not the person's own. */
  readonly actingFor: string | null
}

/** procedure ∩ policy: exactly what this person may do with this record in its present state. */
export function offerSteps(feature: Feature, actor: Actor, row: SubjectRow | null): OfferedStep[] {
  const { name, steps } = feature.procedure
  const offered: OfferedStep[] = []
  for (const [key, step] of Object.entries(steps)) {
    if (step.nested || !fits(step, row)) continue
    const { hasRole, verdict, actor: taker } = findAuthority(feature, actor, key, step, row)
    if (!hasRole || (!verdict.allow && verdict.hidden)) continue
    offered.push({
      name: `${name}.${key}`, key, basis: step.basis, ownForm: step.ownForm ?? false, aside: step.aside ?? false,
      starts: (step.clocks?.starts ?? []).map(({ rule, duty }) => ({ rule, duty })),
      papers: (step.papers ?? []).map((paper) => paper.kind),
      fields: step.ownForm ? [] : describeForm(step.input),
      blocked: verdict.allow ? null : verdict.reason,
      actingFor: taker.actingFor?.name ?? null,
    })
  }
  return offered
}

/** A step the record waits for, and whose post takes it. */
export type AwaitedStep = { readonly name: string; readonly by: readonly Role[] }

/** What comes next for this record, whoever does it; inner steps only for the office itself. */
export function awaitedSteps({ procedure }: Pick<Feature, 'procedure'>, row: Pick<SubjectRow, 'status'>, clocks: readonly OpenClock[], inside: boolean): AwaitedStep[] {
  return Object.entries(procedure.steps)
    .filter(([, step]) => leadsOn(step) && fits(step, row) && (inside || !step.inner))
    .filter(([, step]) => !isAnswered(step, row, clocks))
    .map(([key, { by }]) => ({ name: `${procedure.name}.${key}`, by }))
}

/** The same steps, those beside the way that would only answer again what is owed no more: a second reply, another handler. */
export function besideWhereAnswered({ procedure }: Pick<Feature, 'procedure'>, row: Pick<SubjectRow, 'status'>, clocks: readonly OpenClock[], steps: readonly OfferedStep[]): OfferedStep[] {
  return steps.map((step) => (isAnswered(procedure.steps[step.key]!, row, clocks) ? { ...step, aside: true } : step))
}

type OpenClock = { readonly duty: string; readonly status: string }

/** A step somebody takes of themselves and by which the record moves on. */
export const leadsOn = (step: Step): boolean => !step.nested && !step.aside && step.to.length > 0

/** It answers an obligation and need not lead anywhere else: a check, another handler, the answer to an objection. */
export const answersInPlace = ({ to, clocks }: Step, state: string): boolean =>
  (clocks?.satisfies ?? []).length > 0 && (to.length === 0 || to.includes(state))

/** It would answer in place what nobody owes now. */
const isAnswered = (step: Step, { status }: Pick<SubjectRow, 'status'>, clocks: readonly OpenClock[]): boolean =>
  answersInPlace(step, status) && !clocks.some((clock) => isOpen(clock.status) && step.clocks?.satisfies?.some(({ duty }) => duty === clock.duty))

const fits = (step: Step, row: Pick<SubjectRow, 'status'> | null) =>
  row === null ? step.from === 'new' : step.from !== 'new' && step.from.includes(row.status)
