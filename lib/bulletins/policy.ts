import { allow, deny, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import { seesAgencies } from '@/lib/figures/policy'
import { decidingRoles } from '@/lib/platform/roles'
import type { Actor } from '@/lib/platform/scope'
import { kindOf, kindsFrom } from './rules/kinds'

export type BulletinRow = SubjectRow & {
  readonly kind: string
  readonly issuerId: string
  /** The issuer has somebody who decides and signs. */
  readonly led: boolean
}

const bySigner: ReadonlySet<string> = new Set(['approve', 'sendBack'])
/** A kind that carries figures is for who may read them. */
export const kindsFor = (actor: Pick<Actor, 'roles' | 'unitKind'>) => kindsFrom(actor.unitKind).filter(({ period }) => period === null || seesAgencies(actor))

export const leads = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.some((role) => decidingRoles.includes(role))

/** What is written stays with the issuer until it goes out; who signs there signs, and where nobody does, its desk says who did. */
export function bulletinPolicy(actor: Actor, step: string, row: BulletinRow | null): Verdict {
  if (row === null) return kindsFrom(actor.unitKind).length > 0 ? allow : hide('bulletins.deny.issuer')
  if (actor.unitId !== row.issuerId) return hide('bulletins.deny.issuer')
  if (bySigner.has(step) && row.led && !leads(actor)) return hide('bulletins.deny.leader')
  if (step === 'addReader' && kindOf(row.kind).named) return hide('bulletins.deny.named')
  return allow
}

export type ReadingRow = SubjectRow & {
  readonly kind: string
  readonly readerId: string
  readonly issuerId: string
  readonly seenBy: readonly string[]
  readonly commented: boolean
  /** Somebody with an account works in the reading body. */
  readonly peopled: boolean
}

const byIssuer: ReadonlySet<string> = new Set(['readOnBehalf', 'commentOnBehalf', 'answerOnBehalf'])
const answering: ReadonlySet<string> = new Set(['answer', 'answerOnBehalf'])

/** The body named reads, comments and answers; the issuer enters it only for a body without accounts. Either makes tasks of what was said. */
export function readingPolicy(actor: Actor, step: string, row: ReadingRow | null): Verdict {
  if (row === null) return allow
  if (answering.has(step) && kindOf(row.kind).answerRule === null) return hide('bulletins.deny.noAnswer')
  if (step === 'assign') {
    if (actor.unitId !== row.readerId && actor.unitId !== row.issuerId) return hide('bulletins.deny.reader')
    return row.commented ? allow : hide('bulletins.deny.noComment')
  }
  if (byIssuer.has(step)) {
    if (actor.unitId !== row.issuerId) return hide('bulletins.deny.issuer')
    return row.peopled ? hide('bulletins.deny.peopled') : allow
  }
  if (actor.unitId !== row.readerId) return hide('bulletins.deny.reader')
  if (step === 'readToo' && row.seenBy.includes(actor.userId)) return hide('bulletins.deny.seen')
  if (step === 'comment' && !row.seenBy.includes(actor.userId)) return deny('bulletins.deny.readFirst')
  return allow
}
