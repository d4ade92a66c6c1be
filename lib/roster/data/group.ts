import { clocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { clockJson, type RowClock } from '@/lib/engine/deadlines/row-clock'
import { linesOf, toTimeLine } from '@/lib/engine/procedure/time-line'
import { filesOf } from '@/lib/platform/files'
import { db, type Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, readTogether, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { Rank, SeatState } from '../schema/group'

export type GroupListRow = { readonly id: string; readonly name: string; readonly status: string; readonly desk: string; readonly seats: number; readonly open: number }

/** Leading groups of the place, those at work first. */
export const listGroups = async (scope: Scope): Promise<GroupListRow[]> => db.$queryRaw<GroupListRow[]>`
  SELECT g.id, g.name, g.status, u.short_name AS desk, count(s.id) FILTER (WHERE s.status <> 'abolished')::int AS seats, count(s.id) FILTER (WHERE s.status = 'open')::int AS open
  FROM leading_group g JOIN unit u ON u.id = g.desk_id LEFT JOIN group_seat s ON s.group_id = g.id
  WHERE g.audience && ${textArray(scope.tokens)} GROUP BY g.id, u.short_name ORDER BY g.status, g.founded_on, g.id LIMIT 50`

export type SeatListRow = {
  readonly id: string; readonly rank: Rank; readonly post: string; readonly unitId: string; readonly unit: string; readonly status: SeatState; readonly holderName: string | null
  readonly fromOn: Date | null; readonly confirmedOn: Date | null; readonly remindedOn: Date | null; readonly onPaper: boolean | null
  readonly clock: RowClock | null
}

// Who sits there now: the holding that has not ended.
const seatsOf = (scope: Scope, groupId: string): Read<SeatListRow> => read(Prisma.sql`
  SELECT s.id, s.rank, s.post, s.unit_id AS "unitId", u.short_name AS unit, s.status, h.holder_name AS "holderName", h.from_on AS "fromOn", h.confirmed_on AS "confirmedOn",
    h.on_paper AS "onPaper", s.reminded_on AS "remindedOn",
    (SELECT ${clockJson} FROM deadline WHERE subject_type = 'groupSeat' AND subject_id = s.id AND status = 'running' LIMIT 1) AS clock
  FROM group_seat s JOIN unit u ON u.id = s.unit_id LEFT JOIN seat_holding h ON h.seat_id = s.id AND h.to_on IS NULL
  WHERE s.group_id = ${groupId}::uuid AND s.audience && ${textArray(scope.tokens)}
  ORDER BY s.status = 'abolished', array_position(ARRAY['head', 'deputy', 'member'], s.rank), s.ordinal LIMIT 200`)

/** The group with its seats and the course of things, in one statement. */
export async function listGroupAround(scope: Scope, id: string) {
  const { lines, ...found } = await readTogether({
    seats: seatsOf(scope, id), lines: linesOf([{ type: 'leadingGroup', id }]),
    units: read<{ readonly id: string; readonly name: string }>(Prisma.sql`SELECT id, short_name AS name FROM unit WHERE region_code = ${scope.regionCode} AND active ORDER BY kind, name`),
  })
  return { ...found, timeLine: toTimeLine(scope, lines) }
}

export type HoldingRow = {
  readonly id: string; readonly holderName: string; readonly fromOn: Date; readonly toOn: Date | null; readonly confirmedOn: Date; readonly onPaper: boolean; readonly reason: string | null
}

/** One seat: everybody who sat in it, one after the other. */
export async function listSeatAround(scope: Scope, id: string) {
  const { lines, ...found } = await readTogether({
    holdings: read<HoldingRow>(Prisma.sql`
      SELECT h.id, h.holder_name AS "holderName", h.from_on AS "fromOn", h.to_on AS "toOn", h.confirmed_on AS "confirmedOn", h.on_paper AS "onPaper", h.reason
      FROM seat_holding h JOIN group_seat s ON s.id = h.seat_id WHERE s.id = ${id}::uuid AND s.audience && ${textArray(scope.tokens)} ORDER BY h.from_on DESC, h.id DESC`),
    clocks: clocksAbout(scope, { type: 'groupSeat', id }), lines: linesOf([{ type: 'groupSeat', id }]), files: filesOf(scope, { type: 'groupSeat', ids: [id] }),
  })
  return { ...found, timeLine: toTimeLine(scope, lines) }
}

/** Opinions in force a group may rest on. */
export const listCharterChoices = async (scope: Scope) =>
  db.charter.findMany({ where: { regionCode: scope.regionCode, status: 'published' }, orderBy: { effectiveOn: 'desc' }, take: 20, select: { id: true, title: true } })

/** Bodies whose post heads the group or stands beside its head: they read what is put before it while it is being prepared. */
export async function listLeadingUnitIds({ regionCode }: Pick<Scope, 'regionCode'>, client: Tx = db): Promise<string[]> {
  const rows = await readAlone(read<{ unitId: string }>(Prisma.sql`
    SELECT DISTINCT s.unit_id AS "unitId" FROM group_seat s JOIN leading_group g ON g.id = s.group_id AND g.status = 'active'
    WHERE s.region_code = ${regionCode} AND s.rank IN ('head', 'deputy') AND s.status <> 'abolished'`), client)
  return rows.map(({ unitId }) => unitId)
}

export type SeatedPerson = { readonly userId: string; readonly rank: Rank; readonly post: string }

/** Who sits at the head of the place's group, by account. */
export const listLeaders = async (scope: Scope): Promise<SeatedPerson[]> => readAlone(read<SeatedPerson>(Prisma.sql`
  SELECT h.user_id AS "userId", s.rank, s.post FROM group_seat s JOIN leading_group g ON g.id = s.group_id AND g.status = 'active'
  JOIN seat_holding h ON h.seat_id = s.id AND h.to_on IS NULL AND h.user_id IS NOT NULL
  WHERE s.rank IN ('head', 'deputy') AND s.status = 'confirmed' AND s.audience && ${textArray(scope.tokens)} AND s.region_code = ${scope.regionCode} ORDER BY s.rank DESC, s.ordinal`))
