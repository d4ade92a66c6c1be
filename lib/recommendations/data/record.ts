import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, read, readTogether, textArray, type Read } from '@/lib/platform/together'
import {
  type AskedAgain, type CheckResult, type Deadline, type Demand, type Handling, type HelpRequest, type LetterRevision, type Objection, Prisma, type Recommendation,
  type RectificationAction, type Reply, type ReplyItem, type ServiceReceipt,
} from '@/prisma/generated/client'
import { revisedSchema } from '../rules/revision'
import { reexaminationInput } from '../schema'
import { toDraftDemands } from './draft-checks'
import type { LetterRow } from './row'

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

/** All that hangs on a letter, in one statement; whether any of it may be read is decided by the letter itself. */
async function readParts(scope: Scope, id: string) {
  const part = <T>(table: string, fields: Readonly<Record<string, string>>, order: string): Read<T> => read(Prisma.sql`
    SELECT ${columnsOf(fields, 'x')} FROM ${Prisma.raw(table)} x WHERE x.recommendation_id = ${id}::uuid ORDER BY ${Prisma.raw(order)}`)
  return readTogether({
    letters: read<Recommendation>(Prisma.sql`
      SELECT ${columnsOf(Prisma.RecommendationScalarFieldEnum, 'r')} FROM recommendation r WHERE r.id = ${id}::uuid AND r.audience && ${textArray(scope.tokens)}`),
    cases: read<{ id: string; number: string; title: string; leadProsecutorId: string; shown: boolean; memberIds: string[] }>(Prisma.sql`
      SELECT c.id, c.number, c.title, c.lead_prosecutor_id AS "leadProsecutorId", c.audience && ${textArray(scope.tokens)} AS shown,
        ARRAY(SELECT m.user_id FROM case_member m WHERE m.case_id = c.id AND m.to_on IS NULL) AS "memberIds"
      FROM case_file c JOIN recommendation r ON r.case_id = c.id WHERE r.id = ${id}::uuid`),
    demands: part<Demand>('demand', Prisma.DemandScalarFieldEnum, 'x.ordinal'),
    service: part<ServiceReceipt>('service_receipt', Prisma.ServiceReceiptScalarFieldEnum, 'x.id'),
    replies: part<Reply>('reply', Prisma.ReplyScalarFieldEnum, 'x.round'),
    items: read<ReplyItem>(Prisma.sql`
      SELECT ${columnsOf(Prisma.ReplyItemScalarFieldEnum, 'x')} FROM reply_item x JOIN reply y ON y.id = x.reply_id WHERE y.recommendation_id = ${id}::uuid ORDER BY x.reply_id, x.demand_id`),
    objections: part<Objection>('objection', Prisma.ObjectionScalarFieldEnum, 'x.raised_on, x.id'),
    help: part<HelpRequest>('help_request', Prisma.HelpRequestScalarFieldEnum, 'x.asked_on, x.id'),
    checks: part<CheckResult>('check_result', Prisma.CheckResultScalarFieldEnum, 'x.round, x.id'),
    askedAgain: part<AskedAgain>('asked_again', Prisma.AskedAgainScalarFieldEnum, 'x.round'),
    revisions: part<LetterRevision>('letter_revision', Prisma.LetterRevisionScalarFieldEnum, 'x.id'),
    handlings: part<Handling>('handling', Prisma.HandlingScalarFieldEnum, 'x.id'),
  })
}

type Parts = Awaited<ReturnType<typeof readParts>>

/** What rights depend on, of a letter that was read. */
function policyRowOf(letter: Recommendation, { cases, objections, help, handlings: [handling] }: Parts): LetterRow {
  const objection = objections.find(({ decidedOn }) => decidedOn === null)
  const asked = help.find(({ answeredOn }) => answeredOn === null)
  return {
    ...letter,
    memberIds: cases[0]?.memberIds ?? [],
    objection: objection ? { id: objection.id, proposed: objection.proposal !== null } : null,
    help: asked ? { id: asked.id } : null,
    handling: handling ? { id: handling.id, status: handling.status, handlerId: handling.handlerId } : null,
  }
}

/**
 * A letter with what became of it. Opinions, the proposed answer to an objection and the likeness to other letters are
 * read only for the office that issued it.
 */
function recordOf(scope: Scope, found: Recommendation, parts: Parts) {
  const inner = found.procuratorateId === scope.unitId
  const { demands, service, replies, items, objections, help, checks, askedAgain, revisions, handlings: [handling], cases: [caseFile] } = parts
  const { draftDemands, ...letter } = found
  return {
    ...letter,
    inner, demands, service, help, askedAgain,
    replies: replies.map((reply) => ({ ...reply, items: items.filter(({ replyId }) => replyId === reply.id) })),
    /** As a body without an account told the office on paper; what one chooses in the system stays with it. */
    agencyHandler: inner && handling?.handlerId === null && handling.handlerName ? { handlerName: handling.handlerName, handlerPhone: handling.handlerPhone } : null,
    draftDemands: inner && demands.length === 0 ? toDraftDemands(draftDemands) : [],
    reviewOpinion: inner ? found.reviewOpinion : null,
    decisionOpinion: inner ? found.decisionOpinion : null,
    similarityReason: inner ? found.similarityReason : null,
    powerReason: inner ? found.powerReason : null,
    checks: checks.map((check) => (inner ? check : { ...check, evidenceFileIds: [] })),
    objections: objections.map(({ proposal, ...objection }) => ({
      ...objection, proposal: inner && proposal !== null ? reexaminationInput.parse(proposal) : null,
    })),
    revisions: revisions.map(({ id, objectionId, demandId, revisedOn, before, after }) => ({
      id, demandId, revisedOn, before: revisedSchema.parse(before), after: revisedSchema.parse(after),
      answerPaperId: objections.find((objection) => objection.id === objectionId)?.answerPaperId ?? null,
    })),
    caseFile: caseFile?.shown ? { id: caseFile.id, number: caseFile.number, title: caseFile.title, leadProsecutorId: caseFile.leadProsecutorId } : null,
  }
}

/** The letter as its page shows it and as rights see it; null where it is out of scope or not there. */
export async function findLetterAndRow(scope: Scope, id: string) {
  if (!isId(id)) return null
  const parts = await readParts(scope, id)
  const [found] = parts.letters
  return found ? { letter: recordOf(scope, found, parts), row: policyRowOf(found, parts) } : null
}

export const findLetter = async (scope: Scope, id: string): Promise<LetterRecord | null> => (await findLetterAndRow(scope, id))?.letter ?? null

export type LetterRecord = ReturnType<typeof recordOf>

/** What the agency named in its replies as done, or reported on paper; its own log stays its own until then. */
export const reportedActionsOf = (scope: Scope, letter: Pick<LetterRecord, 'id' | 'replies'>): Read<RectificationAction> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.RectificationActionScalarFieldEnum, 'a')} FROM rectification_action a JOIN demand d ON d.id = a.demand_id JOIN recommendation r ON r.id = d.recommendation_id
  WHERE r.id = ${letter.id}::uuid AND r.audience && ${textArray(scope.tokens)}
    AND (a.on_behalf OR a.id = ANY(${idArray(letter.replies.flatMap(({ items }) => items.flatMap(({ actionIds }) => actionIds)))}))
  ORDER BY a.taken_on, a.id`)

export type ReportedAction = RectificationAction

/** Clocks of the letter that concern this person's unit, or that one unit owes another; running ones first. */
export const letterClocksOf = (scope: Scope, letter: Pick<LetterRecord, 'id' | 'inner'>): Read<Deadline> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.DeadlineScalarFieldEnum, 'd')} FROM deadline d
  WHERE d.subject_type = 'recommendation' AND d.subject_id = ${letter.id}::uuid AND d.audience && ${textArray(scope.tokens)}
    ${letter.inner ? Prisma.empty : Prisma.sql`AND (d.owed_by_unit_id = ${scope.unitId}::uuid OR d.owed_to_unit_id IS NOT NULL)`}
  ORDER BY d.status, d.end_on, d.id`)

export type LetterClock = Deadline

/** The review month that begins by itself when the 整改期限 ends (办案规则 47); inner to the office. */
export const reviewClockOf = (scope: Scope, caseId: string): Read<Deadline> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.DeadlineScalarFieldEnum, 'd')} FROM deadline d
  WHERE d.subject_type = 'case' AND d.subject_id = ${caseId}::uuid AND d.duty = 'case.decideReview' AND d.audience && ${textArray(scope.tokens)}
  ORDER BY d.id DESC LIMIT 1`)

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
