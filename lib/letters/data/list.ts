import { clockJson, type RowClock } from '@/lib/engine/deadlines/row-clock'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { read, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { letterKinds } from '../rules'
import type { LetterFilter } from '../schema'

export const pageSize = 20

export type LetterListRow = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly number: string | null
  readonly registryNumber: string | null
  readonly status: string
  readonly senderId: string
  readonly receiverId: string
  readonly senderName: string
  readonly receiverName: string
  readonly issuedOn: Date | null
  readonly receivedOn: Date | null
  readonly answeredOn: Date | null
  readonly outcome: string | null
  readonly clock: RowClock | null
}

const supportKinds = letterKinds.filter(({ support }) => support).map(({ key }) => key)
const refusals = letterKinds.flatMap(({ key, outcomes }) => outcomes.filter(({ standing }) => standing === 'refused').map((outcome) => `${key} ${outcome.key}`))

/** Support asked of a body: each letter stands in exactly one column of what became of it. */
const became = (): Prisma.Sql => Prisma.sql`CASE
  WHEN x.kind || ' ' || x.outcome = ANY(${textArray(refusals)}) THEN 'refused'
  WHEN x.answered_on IS NOT NULL AND x.answered_on <= c.end_on THEN 'inTime'
  WHEN x.answered_on IS NOT NULL OR c.end_on < ${dateColumn(today())}::date THEN 'late'
  ELSE 'waiting' END`
const supported = (scope: Scope): Prisma.Sql => Prisma.sql`
  x.audience && ${textArray(scope.tokens)} AND x.kind = ANY(${textArray(supportKinds)}) AND x.issued_on IS NOT NULL AND x.status NOT IN ('withdrawn', 'returned')`
// The first answer counts; what is asked again is asked after it.
const answerClock = Prisma.sql`LEFT JOIN LATERAL (
  SELECT end_on FROM deadline WHERE subject_type = 'letter' AND subject_id = x.id AND duty = 'letter.answer' ORDER BY triggered_on, id LIMIT 1) c ON true`

function conditions(scope: Scope, { direction, kind, show, unit, support }: LetterFilter): Prisma.Sql {
  const own = Prisma.sql`${scope.unitId}::uuid`
  return Prisma.join([
    Prisma.sql`x.audience && ${textArray(scope.tokens)}`,
    ...(direction === 'incoming' ? [Prisma.sql`x.receiver_id = ${own}`] : direction === 'outgoing' ? [Prisma.sql`x.sender_id = ${own}`] : []),
    ...(kind ? [Prisma.sql`x.kind = ${kind}`] : []),
    ...(unit ? [support ? Prisma.sql`x.receiver_id = ${unit}::uuid` : Prisma.sql`(x.sender_id = ${unit}::uuid OR x.receiver_id = ${unit}::uuid)`] : []),
    ...(support ? [supported(scope), ...(support === 'asked' ? [] : [Prisma.sql`${became()} = ${support}`])]
      : show === 'open' ? [Prisma.sql`x.status NOT IN ('closed', 'withdrawn')`] : []),
  ], ' AND ')
}

export type CaseLetterRow = Omit<LetterListRow, 'registryNumber' | 'receivedOn' | 'outcome' | 'clock'> & { readonly createdAt: Date }

const mostOfCase = 100

/** Letters about a case, and those whose answer was used for it, as far as this person may read them; the latest first. */
export const lettersOfCase = (scope: Scope, caseId: string): Read<CaseLetterRow> => read(Prisma.sql`
  SELECT x.id, x.kind, x.title, x.number, x.status, x.sender_id AS "senderId", x.receiver_id AS "receiverId", s.short_name AS "senderName", r.short_name AS "receiverName",
    x.issued_on AS "issuedOn", x.answered_on AS "answeredOn", x.created_at AS "createdAt"
  FROM letter x JOIN unit s ON s.id = x.sender_id JOIN unit r ON r.id = x.receiver_id
  WHERE (x.case_id = ${caseId}::uuid OR x.used_case_id = ${caseId}::uuid) AND x.audience && ${textArray(scope.tokens)}
  ORDER BY x.created_at DESC, x.id DESC LIMIT ${mostOfCase}`)

/** The register: what came in and what went out, the latest first. */
export async function listLetters(scope: Scope, filter: LetterFilter): Promise<LetterListRow[]> {
  return db.$queryRaw<LetterListRow[]>`
    SELECT x.id, x.kind, x.title, x.number, CASE WHEN x.receiver_id = ${scope.unitId}::uuid THEN x.registry_number END AS "registryNumber", x.status,
      x.sender_id AS "senderId", x.receiver_id AS "receiverId", s.short_name AS "senderName", r.short_name AS "receiverName",
      x.issued_on AS "issuedOn", x.received_on AS "receivedOn", x.answered_on AS "answeredOn", x.outcome, d.clock
    FROM (
      SELECT x.* FROM letter x ${filter.support ? answerClock : Prisma.empty} WHERE ${conditions(scope, filter)}
      ORDER BY x.created_at DESC, x.id DESC LIMIT ${pageSize + 1} OFFSET ${(filter.page - 1) * pageSize}
    ) x
    JOIN unit s ON s.id = x.sender_id JOIN unit r ON r.id = x.receiver_id
    LEFT JOIN LATERAL (
      SELECT ${clockJson} AS clock
      FROM deadline WHERE subject_type = 'letter' AND subject_id = x.id AND status = 'running' ORDER BY end_on LIMIT 1
    ) d ON true
    ORDER BY x.created_at DESC, x.id DESC`
}

export type SupportRow = { readonly unitId: string; readonly unit: string; readonly asked: number; readonly inTime: number; readonly late: number; readonly refused: number; readonly waiting: number }

/** S2-11: what support each body was asked for, and how it answered. */
export async function listSupport(scope: Scope): Promise<SupportRow[]> {
  return db.$queryRaw<SupportRow[]>`
    SELECT u.id AS "unitId", u.short_name AS unit, count(*)::int AS asked, count(*) FILTER (WHERE became = 'inTime')::int AS "inTime",
      count(*) FILTER (WHERE became = 'late')::int AS late, count(*) FILTER (WHERE became = 'refused')::int AS refused, count(*) FILTER (WHERE became = 'waiting')::int AS waiting
    FROM (SELECT x.receiver_id, ${became()} AS became FROM letter x ${answerClock} WHERE ${supported(scope)}) s
    JOIN unit u ON u.id = s.receiver_id
    GROUP BY u.id, u.short_name ORDER BY asked DESC, u.short_name, u.id LIMIT 100`
}
