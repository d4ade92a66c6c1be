import { allow, deny, hide, holds, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import type { Proposal } from './rules'
import type { CaseFilter } from './schema'

/** What rights depend on, besides the state. */
export type CaseRow = SubjectRow & {
  readonly procuratorateId: string
  readonly agencyId: string
  readonly leadProsecutorId: string
  /** The present team, the lead among them. */
  readonly memberIds: readonly string[]
  readonly proposal: Proposal | null
  /** 补录: it ran before the system was in use. */
  readonly lateEntry: boolean
}

/** Steps of those who handle the case (办案规则 6): the named people, not anybody with the role. */
const ofTeam: ReadonlySet<string> = new Set([
  'serveDecision', 'recordConsultation', 'waiveConsultation', 'addEvidence', 'closeInvestigation', 'proposeConclusion', 'proposeSuspension', 'weighHarm',
])

export function casePolicy(actor: Actor, step: string, row: CaseRow | null): Verdict {
  if (row === null) return actor.unitKind === 'procuratorate' ? allow : hide('cases.deny.procuratorate')
  // Taken by the hand-over, which has its own rights.
  if (step === 'handOver') return allow
  if (step === 'follow' && actor.unitId === row.agencyId) return allow
  // The one step of the office above; nested in its decision on the request (办案规则 47).
  if (step === 'extendBySuperior') return actor.inferiorUnitIds.includes(row.procuratorateId) ? allow : hide('cases.deny.procuratorate')
  if (actor.unitId !== row.procuratorateId) return hide('cases.deny.procuratorate')
  if (ofTeam.has(step)) return onTeam(actor, row) ? proposed(step, row) : deny('cases.deny.team')
  switch (step) {
    case 'setTeam':
      return holds(actor, 'departmentHead', 'caseManager') || actor.userId === row.leadProsecutorId ? allow : deny('cases.deny.lead')
    case 'reviewConclusion':
      return row.proposal?.review ? deny('cases.deny.reviewed') : allow
    case 'enterLetter':
      return row.lateEntry ? allow : hide('cases.deny.notLate')
    case 'conclude':
      return row.proposal?.review ? allow : deny('cases.deny.notReviewed')
    case 'suspend':
      return row.proposal?.kind === 'suspension' ? allow : deny('cases.deny.noProposal')
    default:
      return allow
  }
}

const onTeam = (actor: Actor, row: CaseRow) => row.memberIds.includes(actor.userId)

// One proposal at a time: a new one would silently replace what the chief is about to decide.
const proposed = (step: string, row: CaseRow): Verdict =>
  step === 'proposeSuspension' && row.proposal?.kind === 'suspension' ? deny('cases.deny.alreadyProposed') : allow

export type LookBackRow = SubjectRow & { readonly procuratorateId: string; readonly agencyId: string }

export function lookBackPolicy(actor: Actor, _step: string, row: LookBackRow | null): Verdict {
  const unitId = row?.procuratorateId ?? actor.unitId
  return actor.unitKind === 'procuratorate' && actor.unitId === unitId ? allow : hide('cases.deny.procuratorate')
}

/** An office without others below it reads its own cases only, and begins with the gravest harm. */
export const ordersByHarm = (actor: Actor): boolean =>
  actor.unitKind === 'procuratorate' && !(holds(actor, 'superiorOfficer') && actor.inferiorUnitIds.length > 0)

/** Whether this list begins with the gravest harm: where the person did not ask for the latest. */
export const listsByHarm = (actor: Actor, { order }: Pick<CaseFilter, 'order'>): boolean => ordersByHarm(actor) && order !== 'latest'

/** Inner matters: evidence, approvals, notes of the investigation. Only the office that handles the case. */
export const seesInner = (unitId: string, row: { readonly procuratorateId: string }): boolean => unitId === row.procuratorateId
