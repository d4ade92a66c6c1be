import { clockJson, type RowClock } from '@/lib/engine/deadlines/row-clock'
import { linesOf, toTimeLine } from '@/lib/engine/procedure/time-line'
import { familyKind } from '@/lib/bulletins/rules/kinds'
import { shownStage } from '@/lib/cases/rules'
import { readDetails } from '@/lib/platform/details'
import { filesOf } from '@/lib/platform/files'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readTogether, textArray, type Read } from '@/lib/platform/together'
import { type CaseFamilyClosing, type CaseFamilyEdition, Prisma } from '@/prisma/generated/client'
import { findRow, isVerified, keepsFamily, type CaseFamilyRecord } from './row'

export type MemberRow = {
  readonly caseId: string; readonly number: string; readonly title: string; readonly place: string; readonly agency: string; readonly stage: string; readonly addedOn: Date
  readonly removedOn: Date | null; readonly removeReason: string | null
  readonly letterId: string | null; readonly letterNumber: string | null; readonly receivedOn: Date | null; readonly repliedOn: Date | null; readonly rectifiedOn: Date | null; readonly verified: boolean
}
type RawMember = Omit<MemberRow, 'stage'> & { readonly status: string; readonly proposal: unknown; readonly procuratorateId: string }

const seen = (scope: Scope, id: string): Prisma.Sql => Prisma.sql`EXISTS (SELECT 1 FROM case_family x WHERE x.id = ${id}::uuid AND x.audience && ${textArray(scope.tokens)})`

// A case stands here for whoever may open it; for the others it is only counted.
const membersOf = (scope: Scope, id: string): Read<RawMember> => read(Prisma.sql`
  SELECT c.id AS "caseId", c.number, c.title, c.place, c.status, c.proposal, c.procuratorate_id AS "procuratorateId", a.short_name AS agency, m.added_on AS "addedOn", m.removed_on AS "removedOn",
    m.remove_reason AS "removeReason", l.id AS "letterId", l.number AS "letterNumber", l.received_on AS "receivedOn", l.last_replied_on AS "repliedOn", l.rectified_on AS "rectifiedOn", ${isVerified(scope)} AS verified
  FROM case_family_member m JOIN case_file c ON c.id = m.case_id JOIN unit a ON a.id = c.agency_id
  LEFT JOIN LATERAL (
    SELECT r.id, r.number, r.received_on, r.last_replied_on, r.rectified_on FROM recommendation r WHERE r.case_id = c.id AND r.status <> 'withdrawn' AND r.audience && ${textArray(scope.tokens)} ORDER BY r.id DESC LIMIT 1
  ) l ON true
  WHERE m.family_id = ${id}::uuid AND c.audience && ${textArray(scope.tokens)} AND ${seen(scope, id)} ORDER BY c.opened_on, c.id`)

const countOf = (scope: Scope, id: string): Read<{ readonly count: number }> =>
  read(Prisma.sql`SELECT count(*)::int AS count FROM case_family_member m WHERE m.family_id = ${id}::uuid AND m.removed_on IS NULL AND ${seen(scope, id)}`)

export type OpinionRow = { readonly id: string; readonly number: string | null; readonly title: string; readonly status: string; readonly issuedOn: Date | null; readonly details: unknown }
const opinionsOf = (scope: Scope, id: string): Read<OpinionRow> => read(Prisma.sql`
  SELECT b.id, b.number, b.title, b.status, b.issued_on AS "issuedOn", b.details FROM bulletin b
  WHERE b.family_id = ${id}::uuid AND b.status <> 'discarded' AND b.audience && ${textArray(scope.tokens)} ORDER BY b.created_at, b.id`)

export type AnswerRow = {
  readonly id: string; readonly bulletinId: string; readonly unit: string; readonly status: string; readonly outcome: string | null; readonly answer: string | null; readonly answeredOn: Date | null
  readonly clock: RowClock | null
}
const answersOf = (scope: Scope, id: string): Read<AnswerRow> => read(Prisma.sql`
  SELECT r.id, r.bulletin_id AS "bulletinId", u.short_name AS unit, r.status, r.outcome, r.answer, r.answered_on AS "answeredOn", d.clock
  FROM bulletin b JOIN bulletin_reading r ON r.bulletin_id = b.id JOIN unit u ON u.id = r.reader_id
  LEFT JOIN LATERAL (
    SELECT ${clockJson} AS clock FROM deadline
    WHERE subject_type = 'bulletinReading' AND subject_id = r.id AND duty = 'bulletinReading.answer' AND audience && ${textArray(scope.tokens)} ORDER BY end_on DESC LIMIT 1
  ) d ON true
  WHERE b.family_id = ${id}::uuid AND r.audience && ${textArray(scope.tokens)} ORDER BY b.created_at, u.name`)

export type LinkedRow = { readonly id: string; readonly kind: string; readonly title: string; readonly status: string; readonly outcome: string | null; readonly owner: string }
/** Studies, standards, rules and the like that were begun for it, or came to it. */
const linkedOf = (scope: Scope, id: string): Read<LinkedRow> => read(Prisma.sql`
  SELECT u.id, u.kind, u.title, u.status, u.outcome, o.short_name AS owner FROM undertaking u JOIN unit o ON o.id = u.owner_id
  WHERE u.id IN (
    SELECT y.id FROM undertaking y WHERE y.about_id = ${id}::uuid AND y.about_type = 'caseFamily'
    UNION SELECT e.undertaking_id FROM undertaking_entry e WHERE e.link_id = ${id}::uuid AND e.link_type = 'caseFamily')
    AND u.audience && ${textArray(scope.tokens)} AND ${seen(scope, id)} ORDER BY u.created_at, u.id LIMIT 100`)

export type FamilyLetterRow = { readonly id: string; readonly kind: string; readonly number: string | null; readonly title: string; readonly sender: string; readonly receiver: string; readonly answeredOn: Date | null }
/** Letters written about its cases since it was formed. */
const lettersOf = (scope: Scope, id: string): Read<FamilyLetterRow> => read(Prisma.sql`
  SELECT x.id, x.kind, x.number, x.title, s.short_name AS sender, r.short_name AS receiver, x.answered_on AS "answeredOn"
  FROM case_family f JOIN case_family_member m ON m.family_id = f.id AND m.removed_on IS NULL JOIN letter x ON x.case_id = m.case_id
    JOIN unit s ON s.id = x.sender_id JOIN unit r ON r.id = x.receiver_id
  WHERE f.id = ${id}::uuid AND f.audience && ${textArray(scope.tokens)} AND x.created_at >= f.created_at AND x.audience && ${textArray(scope.tokens)}
  ORDER BY x.created_at DESC, x.id LIMIT 50`)

const editionsOf = (scope: Scope, id: string): Read<CaseFamilyEdition> =>
  read(Prisma.sql`SELECT ${columnsOf(Prisma.CaseFamilyEditionScalarFieldEnum, 'e')} FROM case_family_edition e WHERE e.family_id = ${id}::uuid AND ${seen(scope, id)} ORDER BY e.edition DESC`)
const closingsOf = (scope: Scope, id: string): Read<CaseFamilyClosing> =>
  read(Prisma.sql`SELECT ${columnsOf(Prisma.CaseFamilyClosingScalarFieldEnum, 'e')} FROM case_family_closing e WHERE e.family_id = ${id}::uuid AND ${seen(scope, id)} ORDER BY e.id DESC`)

// To another body the words are those that went out to it, not what the office has written since.
function raisedWords(opinions: readonly OpinionRow[]): { cause: string; demand: string } {
  const details = readDetails(opinions.filter(({ issuedOn }) => issuedOn !== null).at(-1)?.details ?? {})
  return { cause: details[familyKind.family.cause] ?? '', demand: details[familyKind.family.demand] ?? '' }
}

/** A family as this reader may read it: the office all of it, another body what was raised to it. */
export async function findFamily(scope: Scope, id: string) {
  const row = await findRow(scope, id)
  if (!row) return null
  const { members, counts, lines, editions, closings, ...found } = await readTogether({
    members: membersOf(scope, id), counts: countOf(scope, id), opinions: opinionsOf(scope, id), answers: answersOf(scope, id), linked: linkedOf(scope, id), letters: lettersOf(scope, id),
    editions: editionsOf(scope, id), closings: closingsOf(scope, id), files: filesOf(scope, { type: 'caseFamily', ids: [id] }), lines: linesOf([{ type: 'caseFamily', id }]),
  })
  const inner = keepsFamily(scope, row)
  const staged = members.filter(({ removedOn }) => inner || removedOn === null).map(({ status, proposal, procuratorateId, ...member }): MemberRow =>
    ({ ...member, stage: procuratorateId === scope.unitId ? status : shownStage({ status, proposal }) }))
  const current = staged.filter(({ removedOn }) => removedOn === null)
  return {
    ...found, inner, row: inner ? row : outside(row, found.opinions), members: current, removed: staged.filter(({ removedOn }) => removedOn !== null),
    cases: counts[0]?.count ?? 0, unseen: (counts[0]?.count ?? 0) - current.length, editions: inner ? editions : [], closings: inner ? closings : [], timeLine: toTimeLine(scope, lines),
  }
}
export type FamilyRecord = NonNullable<Awaited<ReturnType<typeof findFamily>>>

const outside = (row: CaseFamilyRecord, opinions: readonly OpinionRow[]): CaseFamilyRecord => ({ ...row, ...raisedWords(opinions), caseIds: [], pending: 0 })
