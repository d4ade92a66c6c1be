import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { revisedSchema } from '../rules/revision'
import { reexaminationInput } from '../schema'
import { toDraftDemands } from './draft-checks'

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

/**
 * A letter with what became of it. Opinions, the proposed answer to an objection and the likeness to other letters are
 * read only for the office that issued it.
 */
export async function findLetter(scope: Scope, id: string) {
  if (!isId(id)) return null
  const found = await db.recommendation.findFirst({
    where: { id, ...inScope(scope) },
    include: {
      caseFile: { select: { id: true, number: true, title: true, audience: true, leadProsecutorId: true } },
      demands: { orderBy: { ordinal: 'asc' } },
      service: { orderBy: { id: 'asc' } },
      replies: { orderBy: { round: 'asc' }, include: { items: true } },
      objections: { orderBy: { raisedOn: 'asc' } },
      help: { orderBy: { askedOn: 'asc' } },
      checks: { orderBy: [{ round: 'asc' }, { id: 'asc' }] },
      askedAgain: { orderBy: { round: 'asc' } },
      revisions: { orderBy: { id: 'asc' } },
      handling: { select: { handlerId: true, handlerName: true, handlerPhone: true } },
    },
  })
  if (!found) return null
  const inner = found.procuratorateId === scope.unitId
  const { caseFile, draftDemands, objections, handling, ...letter } = found
  return {
    ...letter,
    inner,
    /** As a body without an account told the office on paper; what one chooses in the system stays with it. */
    agencyHandler: inner && handling?.handlerId === null && handling.handlerName ? { handlerName: handling.handlerName, handlerPhone: handling.handlerPhone } : null,
    draftDemands: inner && found.demands.length === 0 ? toDraftDemands(draftDemands) : [],
    reviewOpinion: inner ? found.reviewOpinion : null,
    decisionOpinion: inner ? found.decisionOpinion : null,
    similarityReason: inner ? found.similarityReason : null,
    checks: found.checks.map((check) => (inner ? check : { ...check, evidenceFileIds: [] })),
    objections: objections.map(({ proposal, ...objection }) => ({
      ...objection, proposal: inner && proposal !== null ? reexaminationInput.parse(proposal) : null,
    })),
    revisions: found.revisions.map(({ id, objectionId, demandId, revisedOn, before, after }) => ({
      id, demandId, revisedOn, before: revisedSchema.parse(before), after: revisedSchema.parse(after),
      answerPaperId: objections.find((objection) => objection.id === objectionId)?.answerPaperId ?? null,
    })),
    caseFile: caseFile.audience.some((token) => scope.tokens.includes(token))
      ? { id: caseFile.id, number: caseFile.number, title: caseFile.title, leadProsecutorId: caseFile.leadProsecutorId }
      : null,
  }
}

export type LetterRecord = NonNullable<Awaited<ReturnType<typeof findLetter>>>

/** What the agency named in its replies as done, or reported on paper; its own log stays its own until then. */
export async function listReportedActions(scope: Scope, letter: Pick<LetterRecord, 'id' | 'replies'>) {
  const ids = letter.replies.flatMap(({ items }) => items.flatMap(({ actionIds }) => actionIds))
  return db.rectificationAction.findMany({
    where: { OR: [{ id: { in: ids } }, { onBehalf: true }], demand: { recommendation: { id: letter.id, ...inScope(scope) } } }, orderBy: [{ takenOn: 'asc' }, { id: 'asc' }],
  })
}

export type ReportedAction = Awaited<ReturnType<typeof listReportedActions>>[number]

/** Clocks of the letter that concern this person's unit, or that one unit owes another; running ones first. */
export async function listLetterClocks(scope: Scope, letter: Pick<LetterRecord, 'id' | 'inner'>) {
  return db.deadline.findMany({
    where: {
      subjectType: 'recommendation', subjectId: letter.id, ...inScope(scope),
      ...(letter.inner ? {} : { OR: [{ owedByUnitId: scope.unitId }, { owedToUnitId: { not: null } }] }),
    },
    orderBy: [{ status: 'asc' }, { endOn: 'asc' }],
  })
}

export type LetterClock = Awaited<ReturnType<typeof listLetterClocks>>[number]

/** The review month that begins by itself when the 整改期限 ends (办案规则 47); inner to the office. */
export async function findReviewClock(scope: Scope, caseId: string) {
  return db.deadline.findFirst({
    where: { subjectType: 'case', subjectId: caseId, duty: 'case.decideReview', ...inScope(scope) }, orderBy: { id: 'desc' },
  })
}

/** A case whose investigation is closed, for drawing up its letter. */
export async function findReadyCase(scope: Scope, caseId: string) {
  if (!isId(caseId)) return null
  return db.caseFile.findFirst({
    where: {
      id: caseId, procuratorateId: scope.unitId, status: 'investigated', ...inScope(scope),
      members: { some: { userId: scope.userId, toOn: null } }, recommendations: { none: { status: { not: 'withdrawn' } } },
    },
  })
}
