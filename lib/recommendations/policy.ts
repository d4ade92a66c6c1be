import { allow, deny, denyOwn, hide, holds, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

/** What rights depend on, besides the state. */
export type RecommendationRow = SubjectRow & {
  readonly procuratorateId: string
  readonly agencyId: string
  readonly authorId: string
  readonly reviewerId: string | null
  readonly filedOn: Date | null
  readonly firstRepliedOn: Date | null
  /** The present team of the case. */
  readonly memberIds: readonly string[]
  /** The objection not yet answered. */
  readonly objection: { readonly id: string; readonly proposed: boolean } | null
  /** The request for help not yet answered. */
  readonly help: { readonly id: string } | null
  /** The agency's own handling, where it has begun. */
  readonly handling: { readonly id: string; readonly status: string; readonly handlerId: string | null } | null
}

const agencySteps: ReadonlySet<string> = new Set(['signFor', 'object', 'askHelp', 'reply'])
/** The named people of the case, not anybody with the role (办案规则 6). */
const teamSteps: ReadonlySet<string> = new Set([
  'edit', 'discard', 'submit', 'serve', 'recordReceipt', 'proposeReexamination', 'answerHelp', 'check', 'askAgain',
])

export function recommendationPolicy(actor: Actor, step: string, row: RecommendationRow | null): Verdict {
  if (row === null) return actor.unitKind === 'procuratorate' ? allow : hide('recommendations.deny.procuratorate')
  // Taken by the hand-over, which has its own rights.
  if (step === 'handOver') return allow
  if (agencySteps.has(step)) return actor.unitId === row.agencyId ? agencyMay(step, row) : hide('recommendations.deny.agency')
  if (actor.unitId !== row.procuratorateId) return hide('recommendations.deny.procuratorate')
  if (teamSteps.has(step) && !onTeam(actor, row)) return deny('recommendations.deny.team')
  return procuratorateMay(actor, step, row)
}

const onTeam = (actor: Actor, row: RecommendationRow) => row.memberIds.includes(actor.userId)

function procuratorateMay(actor: Actor, step: string, row: RecommendationRow): Verdict {
  switch (step) {
    case 'review':
      return actor.userId === row.authorId ? denyOwn('recommendations.deny.ownDraft') : allow
    case 'approve':
      return approves(actor, row)
    case 'sendBack':
      return row.status === 'submitted' || holds(actor, 'chiefProsecutor') ? allow : deny('recommendations.deny.withChief')
    case 'reportForRecord':
      return row.filedOn ? hide('recommendations.deny.filed') : allow
    case 'proposeReexamination':
      return row.objection ? allow : hide('recommendations.deny.noObjection')
    case 'decideObjection':
      return decides(row)
    case 'answerHelp':
      return row.help ? allow : hide('recommendations.deny.noHelp')
    case 'replyOnBehalf':
    case 'objectOnBehalf':
    case 'askHelpOnBehalf':
    case 'nameHandlerOnBehalf':
    case 'reportActionOnBehalf':
      return holds(actor, 'caseManager') || onTeam(actor, row) ? entersOnBehalf(step, row) : deny('recommendations.deny.team')
    default:
      return allow
  }
}

// Two people at least stand behind a letter, and the one who decides is neither of those who prepared it.
function approves(actor: Actor, row: RecommendationRow): Verdict {
  if (actor.userId === row.authorId) return denyOwn('recommendations.deny.ownDraft')
  return actor.userId === row.reviewerId ? denyOwn('recommendations.deny.ownReview') : allow
}

function decides(row: RecommendationRow): Verdict {
  if (!row.objection) return hide('recommendations.deny.noObjection')
  return row.objection.proposed ? allow : deny('recommendations.deny.notReexamined')
}

/** The same bounds as for the body itself; a handler it named in the system is not overruled from paper. */
function entersOnBehalf(step: string, row: RecommendationRow): Verdict {
  if (step === 'nameHandlerOnBehalf') return row.handling && !row.handling.handlerId ? allow : hide('recommendations.deny.handlerNamed')
  if (step === 'reportActionOnBehalf') return allow
  return agencyMay(step.replace('OnBehalf', ''), row)
}

function agencyMay(step: string, row: RecommendationRow): Verdict {
  if (step === 'object') return row.objection ? deny('recommendations.deny.objectionOpen') : allow
  if (step === 'askHelp') return row.help ? deny('recommendations.deny.helpOpen') : allow
  return step === 'reply' ? stillAnswers(row) : allow
}

/** A letter found rectified before it was answered is still to be answered (两高解释 21). */
const stillAnswers = (row: RecommendationRow): Verdict =>
  row.status === 'verified' && row.firstRepliedOn ? hide('recommendations.deny.answered') : allow
