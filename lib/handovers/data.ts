import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { runsOn } from '@/lib/duty-cycles/data'
import { isRole, type Role } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, read, readAlone, readTogether, textArray } from '@/lib/platform/together'
import { managesAll } from '@/lib/units/data'
import { type Absence, type Delegation, type Handover, Prisma } from '@/prisma/generated/client'
import { type OpenWork, type WorkCount, type WorkKind, workKinds } from './schema'

/** Records whose work rests with this person, by the names they carry; the order is that of the main line. */
const openWork = (userId: string): Prisma.Sql => Prisma.sql`
  SELECT * FROM (
    SELECT 'clue' AS kind, id FROM clue WHERE handler_id = ${userId}::uuid AND status IN ('referred', 'returned', 'registered', 'proposed', 'reviewed')
    UNION ALL
    SELECT 'case', c.id FROM case_file c
    WHERE (c.status <> 'concluded' AND EXISTS (SELECT 1 FROM case_member m WHERE m.case_id = c.id AND m.user_id = ${userId}::uuid AND m.to_on IS NULL))
       OR (c.lead_prosecutor_id = ${userId}::uuid AND (c.status <> 'concluded' OR EXISTS (SELECT 1 FROM look_back l WHERE l.case_id = c.id AND l.status = 'planned') OR ${runsOn(Prisma.sql`c.id`)}))
    UNION ALL
    SELECT 'recommendation', id FROM recommendation WHERE author_id = ${userId}::uuid AND status NOT IN ('closed', 'withdrawn')
    UNION ALL
    SELECT 'handling', id FROM handling WHERE handler_id = ${userId}::uuid AND status NOT IN ('closed', 'withdrawn')
    UNION ALL
    SELECT 'caseFamily', id FROM case_family WHERE lead_id = ${userId}::uuid AND status <> 'closed'
    UNION ALL
    SELECT 'letter', id FROM letter WHERE handler_id = ${userId}::uuid AND status NOT IN ('closed', 'withdrawn')
  ) work ORDER BY array_position(${textArray(workKinds)}, kind), id`

export const listOpenWork = (_scope: Scope, userId: string, client: Tx = db): Promise<OpenWork[]> => readAlone(read<OpenWork>(openWork(userId)), client)

/** The same in figures, with the clocks that run on it, typed text not sent, and those the person stands in for. */
export async function countOpenWork(_scope: Scope, userId: string, client: Tx = db, known?: readonly OpenWork[]): Promise<WorkCount> {
  const { work, counts } = await readTogether({
    work: read<OpenWork>(known ? Prisma.sql`SELECT * FROM unnest(${textArray(known.map(({ kind }) => kind))}, ${idArray(known.map(({ id }) => id))}) AS k(kind, id)` : openWork(userId)),
    counts: read<{ clock: number; draft: number; standIn: number }>(Prisma.sql`
      SELECT (SELECT count(*)::int FROM deadline d WHERE d.status IN ('running', 'paused')
          AND d.subject_id IN (${known ? Prisma.sql`SELECT unnest(${idArray(known.map(({ id }) => id))})` : Prisma.sql`SELECT w.id FROM (${openWork(userId)}) w`})) AS clock,
        (SELECT count(*)::int FROM draft t WHERE t.user_id = ${userId}::uuid) AS draft,
        (SELECT count(*)::int FROM absence a WHERE a.replacement_id = ${userId}::uuid AND a.status = 'entered' AND a.to_on >= ${dateColumn(today())}::date) AS "standIn"`),
  }, client)
  const of = (kind: OpenWork['kind']) => work.filter((each) => each.kind === kind).length
  return { clue: of('clue'), case: of('case'), recommendation: of('recommendation'), handling: of('handling'), caseFamily: of('caseFamily'), letter: of('letter'), ...counts[0]! }
}

/** Work that would rest with nobody: what forbids to disable an account. Typed text is not. */
export const isLoaded = ({ clue, case: cases, recommendation, handling, caseFamily, letter, standIn }: WorkCount): boolean =>
  clue + cases + recommendation + handling + caseFamily + letter + standIn > 0

export type Colleague = { readonly id: string; readonly name: string; readonly post: string; readonly roles: readonly Role[] }

/** Units whose people this person may arrange: the own one, for an administrator those of the place. */
export async function findArrangedUnit(scope: Scope, unitId: string, client: Tx = db) {
  const unit = await client.unit.findUnique({ where: { id: unitId }, select: { id: true, name: true, regionCode: true } })
  if (!unit) return null
  if (unit.id === scope.unitId) return unit
  return scope.roles.includes('systemAdmin') && (unit.regionCode === scope.regionCode || (await managesAll(scope, client))) ? unit : null
}

/** Active people of a unit with the roles they hold today. */
export async function listStaff(_scope: Scope, unitId: string, client: Tx = db): Promise<Colleague[]> {
  const rows = await readAlone(read<Omit<Colleague, 'roles'> & { roles: string[] }>(Prisma.sql`
    SELECT p.id, p.name, p.post, ARRAY(SELECT DISTINCT g.role FROM role_grant g WHERE g.user_id = p.id AND g.unit_id = ${unitId}::uuid AND g.from_on <= ${today()}::date
      AND (g.to_on IS NULL OR g.to_on >= ${today()}::date)) AS roles
    FROM app_user p WHERE p.unit_id = ${unitId}::uuid AND p.active ORDER BY p.name, p.login`), client)
  return rows.map(({ roles, ...row }) => ({ ...row, roles: roles.filter(isRole) }))
}

const dates = ({ fromOn, toOn }: { fromOn: Date; toOn: Date }) => ({ fromOn: localDate(fromOn), toOn: localDate(toOn) })

/** Absences of a unit that are not over, soonest first. */
export async function listAbsences(_scope: Scope, unitId: string) {
  const rows = await readAlone(read<Absence>(Prisma.sql`
    SELECT ${columnsOf(Prisma.AbsenceScalarFieldEnum, 'a')} FROM absence a WHERE a.unit_id = ${unitId}::uuid AND a.status = 'entered' AND a.to_on >= ${today()}::date ORDER BY a.from_on, a.id`))
  return rows.map((row) => ({ ...row, ...dates(row), ownerId: row.userId, over: false, audience: [] }))
}

/** Delegations of a unit that are not over. */
export async function listDelegations(_scope: Scope, unitId: string) {
  const rows = await readAlone(read<Delegation>(Prisma.sql`
    SELECT ${columnsOf(Prisma.DelegationScalarFieldEnum, 'a')} FROM delegation a WHERE a.unit_id = ${unitId}::uuid AND a.status = 'given' AND a.to_on >= ${today()}::date ORDER BY a.from_on, a.id`))
  return rows.map((row) => ({ ...row, ...dates(row), ownerId: row.grantorId, over: false, audience: [] }))
}

/** The last hand-overs of a unit; those made before families or letters were passed on do not count them. */
export async function listHandovers(_scope: Scope, unitId: string) {
  const rows = await readAlone(read<Handover>(Prisma.sql`
    SELECT ${columnsOf(Prisma.HandoverScalarFieldEnum, 'h')} FROM handover h WHERE h.unit_id = ${unitId}::uuid ORDER BY h.created_at DESC, h.id DESC LIMIT 20`))
  return rows.map(({ handedOn, ...row }) => ({ ...row, handedOn: localDate(handedOn), moved: { caseFamily: 0, letter: 0, ...(row.moved as Omit<WorkCount, 'caseFamily' | 'letter'> & Partial<WorkCount>) } }))
}

type PersonWork = { readonly userId: string; readonly restsWith: string; readonly work: Pick<WorkCount, WorkKind> }

/** Open work of everybody in a unit, and with whom it rests today; one statement. */
export const listUnitWork = (_scope: Scope, unitId: string): Promise<PersonWork[]> => readAlone(read<PersonWork>(Prisma.sql`
  SELECT p.id AS "userId", rests_with(p.id, ${dateColumn(today())}::date) AS "restsWith", json_build_object(
    'clue', (SELECT count(*) FROM clue x WHERE x.handler_id = p.id AND x.status IN ('referred', 'returned', 'registered', 'proposed', 'reviewed')),
    'case', (SELECT count(DISTINCT m.case_id) FROM case_member m JOIN case_file x ON x.id = m.case_id WHERE m.user_id = p.id AND m.to_on IS NULL AND x.status <> 'concluded'),
    'recommendation', (SELECT count(*) FROM recommendation x WHERE x.author_id = p.id AND x.status NOT IN ('closed', 'withdrawn')),
    'handling', (SELECT count(*) FROM handling x WHERE x.handler_id = p.id AND x.status NOT IN ('closed', 'withdrawn')),
    'caseFamily', (SELECT count(*) FROM case_family x WHERE x.lead_id = p.id AND x.status <> 'closed'),
    'letter', (SELECT count(*) FROM letter x WHERE x.handler_id = p.id AND x.status NOT IN ('closed', 'withdrawn'))) AS work
  FROM app_user p WHERE p.unit_id = ${unitId}::uuid AND p.active`))
