import { actFor, type Actor } from '@/lib/platform/scope'
import type { Step } from './declare'
import { hide, type Feature, type SubjectRow, type Verdict } from './feature'

export type Authority = { readonly actor: Actor; readonly verdict: Verdict; readonly hasRole: boolean }

const holdsRole = (actor: Actor, step: Step) => actor.roles.some((role) => step.by.includes(role))

/**
 * In whose right this person may take the step: their own if it suffices, else that of somebody they stand for today. What the
 * law reserves to the holder of an office is nobody else's, and who may not judge his own work may not do so for another either.
 */
export function findAuthority(feature: Feature, actor: Actor, key: string, step: Step, row: SubjectRow | null): Authority {
  const hasRole = holdsRole(actor, step)
  const own: Authority = { actor, hasRole, verdict: hasRole ? feature.policy(actor, key, row) : hide('errors.deny.role') }
  if (own.verdict.allow || step.reserved || own.verdict.own) return own
  for (const stand of actor.standsFor) {
    const acting = actFor(actor, stand)
    if (!holdsRole(acting, step)) continue
    const verdict = feature.policy({ ...acting, userId: stand.userId }, key, row)
    const asSelf = feature.policy(acting, key, row)
    if (verdict.allow && (asSelf.allow || !asSelf.own)) return { actor: acting, verdict, hasRole: true }
  }
  return own
}
