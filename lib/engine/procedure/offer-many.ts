import type { Actor } from '@/lib/platform/scope'
import { findAuthority } from './authority'
import type { Step } from './declare'
import type { Feature, SubjectRow } from './feature'
import { describeForm, type FormField } from './form-fields'

type Marked = { readonly id: string; readonly version: number }

/** A step as a list offers it: for which of the rows shown, and what is asked once for all. */
export type OfferedMany = {
  readonly name: string
  readonly procedure: string
  readonly key: string
  readonly fields: readonly FormField[]
  readonly rows: readonly Marked[]
}

/**
 * The steps this person may take on several of the rows shown, each row under the first that fits. Rows are read only where one
 * of them stands in a state such a step leads from; without any, the step is still named, so that its result has a place.
 */
export async function offerMany(
  feature: Feature, actor: Actor, shown: readonly { readonly id: string; readonly stage: string }[], read: (ids: readonly string[]) => Promise<readonly SubjectRow[]>,
): Promise<OfferedMany[]> {
  const steps = Object.entries(feature.procedure.steps).filter(([, step]) => step.bulk && concerns(actor, step))
  const wanted = shown.filter(({ stage }) => steps.some(([, step]) => leadsFrom(step, stage))).map(({ id }) => id)
  const rows = wanted.length > 0 ? await read(wanted) : []
  const taken = new Set<string>()
  return steps.map(([key, step]) => {
    const open = rows.filter((row) => !taken.has(row.id) && leadsFrom(step, row.status) && mayTake(feature, actor, key, step, row))
    for (const { id } of open) taken.add(id)
    return {
      name: `${feature.procedure.name}.${key}`, procedure: feature.procedure.name, key,
      fields: describeForm(step.input).filter(({ name }) => step.bulk?.shared.includes(name)), rows: open.map(({ id, version }) => ({ id, version })),
    }
  })
}

const leadsFrom = (step: Step, status: string) => step.from !== 'new' && step.from.includes(status)

const concerns = (actor: Actor, step: Step) =>
  [actor, ...actor.standsFor].some(({ roles }) => roles.some((role) => step.by.includes(role)))

function mayTake(feature: Feature, actor: Actor, key: string, step: Step, row: SubjectRow): boolean {
  const { hasRole, verdict } = findAuthority(feature, actor, key, step, row)
  return hasRole && verdict.allow
}
