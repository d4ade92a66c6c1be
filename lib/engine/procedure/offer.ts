import type { Actor } from '@/lib/platform/scope'
import type { Basis, Step } from './declare'
import type { Feature, SubjectRow } from './feature'
import { describeForm, type FormField } from './form-fields'

/** A step as a page shows it: open to this person now, or visible but blocked with its reason. */
export type OfferedStep = {
  readonly name: string
  readonly key: string
  readonly basis: readonly Basis[]
  readonly ownForm: boolean
  /** Rule and duty of each clock it would start. */
  readonly starts: readonly { readonly rule: string; readonly duty: string }[]
  readonly papers: readonly string[]
  readonly fields: readonly FormField[]
  readonly blocked: string | null
}

/** procedure ∩ policy: exactly what this person may do with this record in its present state. */
export function offerSteps(feature: Feature, actor: Actor, row: SubjectRow | null): OfferedStep[] {
  const { name, steps } = feature.procedure
  const offered: OfferedStep[] = []
  for (const [key, step] of Object.entries(steps)) {
    if (step.nested || !fits(step, row) || !actor.roles.some((role) => step.by.includes(role))) continue
    const verdict = feature.policy(actor, key, row)
    if (!verdict.allow && verdict.hidden) continue
    offered.push({
      name: `${name}.${key}`, key, basis: step.basis, ownForm: step.ownForm ?? false,
      starts: (step.clocks?.starts ?? []).map(({ rule, duty }) => ({ rule, duty })),
      papers: (step.papers ?? []).map((paper) => paper.kind),
      fields: step.ownForm ? [] : describeForm(step.input),
      blocked: verdict.allow ? null : verdict.reason,
    })
  }
  return offered
}

const fits = (step: Step, row: SubjectRow | null) =>
  row === null ? step.from === 'new' : step.from !== 'new' && step.from.includes(row.status)
