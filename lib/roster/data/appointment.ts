import { filesOf } from '@/lib/platform/files'
import { linesOf, toTimeLine } from '@/lib/engine/procedure/time-line'
import { dateColumn, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, read, readTogether, textArray, type Read } from '@/lib/platform/together'
import { type Appointment, type Deadline, type Engagement, Prisma } from '@/prisma/generated/client'
import type { AppointmentRow, EngagementRow } from '../policy/appointment'
import { engagedKinds } from '../rules/kinds'
import type { AppointmentState, RosterFilter } from '../schema/appointment'
import type { EngagementState } from '../schema/engagement'

export type AppointmentRecord = Appointment & AppointmentRow
export type EngagementRecord = Engagement & EngagementRow

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

export const findAppointment = async (scope: Scope, id: string, client: Tx = db): Promise<AppointmentRecord | null> =>
  isId(id) ? client.appointment.findFirst({ where: { id, ...inScope(scope) } }) : null

export const findEngagement = async (scope: Scope, id: string, client: Tx = db): Promise<EngagementRecord | null> =>
  isId(id) ? client.engagement.findFirst({ where: { id, ...inScope(scope) } }) : null

export const pageSize = 20
export type PersonRow = {
  readonly id: string; readonly kind: string; readonly personName: string; readonly post: string; readonly unit: string; readonly host: string; readonly domain: string; readonly speciality: string
  readonly fromOn: Date; readonly toOn: Date; readonly status: AppointmentState; readonly engaged: number
}

// In office: accepted, and today lies in the term.
const inOffice = () => Prisma.sql`a.status = 'serving' AND a.from_on <= ${dateColumn(today())}::date AND a.to_on >= ${dateColumn(today())}::date`

/** The directory: by field and kind, who is in office today first. */
export const listPeople = async (scope: Scope, { kind, domain, unit, show, page }: RosterFilter): Promise<PersonRow[]> => db.$queryRaw<PersonRow[]>`
  SELECT a.id, a.kind, a.person_name AS "personName", a.post, u.short_name AS unit, h.short_name AS host, a.domain, a.speciality, a.from_on AS "fromOn", a.to_on AS "toOn", a.status,
    (SELECT count(*)::int FROM engagement e WHERE e.appointment_id = a.id AND e.status <> 'withdrawn') AS engaged
  FROM appointment a JOIN unit u ON u.id = a.unit_id JOIN unit h ON h.id = a.host_id
  WHERE ${Prisma.join([
    Prisma.sql`a.audience && ${textArray(scope.tokens)}`, ...(kind ? [Prisma.sql`a.kind = ${kind}`] : []), ...(domain ? [Prisma.sql`a.domain = ${domain}`] : []),
    ...(unit ? [Prisma.sql`a.unit_id = ${unit}::uuid`] : []), ...(show === 'serving' ? [Prisma.sql`(a.status = 'proposed' OR (${inOffice()}))`] : []),
  ], ' AND ')}
  ORDER BY a.kind, a.domain, u.name, a.id LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`

export type EngagementListRow = {
  readonly id: string; readonly title: string; readonly expert: string; readonly unit: string; readonly askedOn: Date; readonly untilOn: Date; readonly status: EngagementState; readonly used: string | null
}
const engagementsWhere = (scope: Scope, which: Prisma.Sql): Read<EngagementListRow> => read(Prisma.sql`
  SELECT e.id, e.title, a.person_name AS expert, u.short_name AS unit, e.asked_on AS "askedOn", e.until_on AS "untilOn", e.status, e.used
  FROM engagement e JOIN appointment a ON a.id = e.appointment_id JOIN unit u ON u.id = e.expert_unit_id WHERE ${which} AND e.audience && ${textArray(scope.tokens)} ORDER BY e.asked_on DESC, e.id LIMIT 100`)

const clocksOf = (scope: Scope, type: string, id: string): Read<Deadline> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.DeadlineScalarFieldEnum, 'd')} FROM deadline d WHERE d.subject_type = ${type} AND d.subject_id = ${id}::uuid AND d.audience && ${textArray(scope.tokens)} ORDER BY d.created_at, d.id`)

/** What the person was asked during the term, of what the reader may see: 工作记录. */
export async function listAppointmentAround(scope: Scope, id: string) {
  const { lines, ...found } = await readTogether({
    engagements: engagementsWhere(scope, Prisma.sql`e.appointment_id = ${id}::uuid`), clocks: clocksOf(scope, 'appointment', id), lines: linesOf([{ type: 'appointment', id }]),
  })
  return { ...found, timeLine: toTimeLine(scope, lines) }
}

/** Of the case's files those the engagement names, and only while it gives them. */
export async function listEngagementAround(scope: Scope, { id, fileIds, caseId }: Pick<Engagement, 'id' | 'fileIds' | 'caseId'>) {
  const { lines, cases, ...found } = await readTogether({
    given: read<{ readonly id: string; readonly name: string }>(Prisma.sql`SELECT f.id, f.name FROM stored_file f WHERE f.id = ANY(${idArray(fileIds)}) AND f.audience && ${textArray(scope.tokens)} ORDER BY f.name, f.id`),
    cases: read<{ readonly title: string }>(Prisma.sql`SELECT c.title FROM case_file c WHERE c.id = ${caseId}::uuid AND c.audience && ${textArray(scope.tokens)}`),
    clocks: clocksOf(scope, 'engagement', id), lines: linesOf([{ type: 'engagement', id }]), files: filesOf(scope, { type: 'engagement', ids: [id] }),
  })
  return { ...found, caseTitle: cases[0]?.title ?? null, timeLine: toTimeLine(scope, lines) }
}

export const engagementsOfCase = (scope: Scope, caseId: string): Read<EngagementListRow> => engagementsWhere(scope, Prisma.sql`e.case_id = ${caseId}::uuid`)

/** Who may be asked today: in office, and not of the body the case is about. */
export const listExperts = async (scope: Scope, notOf: string) => db.appointment.findMany({
  where: { ...inScope(scope), kind: { in: [...engagedKinds] }, hostId: scope.unitId, unitId: { not: notOf }, status: 'serving', fromOn: { lte: dateColumn(today()) }, toOn: { gte: dateColumn(today()) } },
  orderBy: [{ domain: 'asc' }, { personName: 'asc' }], take: 200, select: { id: true, personName: true, post: true, domain: true, speciality: true },
})

/** A case of the own office with its evidence, to ask about. */
export const findCaseToAsk = async (scope: Scope, id: string) => db.caseFile.findFirst({
  where: { id, procuratorateId: scope.unitId, ...inScope(scope) }, select: { id: true, title: true, number: true, agencyId: true, evidence: { where: { fileId: { not: null } }, orderBy: { ordinal: 'asc' }, select: { fileId: true, title: true } } },
})

export const listHosts = async (scope: Scope, kinds: readonly UnitKind[]) => db.unit.findMany({
  where: { regionCode: scope.regionCode, active: true, kind: { in: [...kinds] }, id: { not: scope.unitId } }, orderBy: [{ kind: 'asc' }, { name: 'asc' }], take: 100, select: { id: true, shortName: true, kind: true },
})
