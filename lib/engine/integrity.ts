import { contentHash } from '@/lib/engine/papers/frozen'
import { listFeatures } from '@/lib/engine/procedure/registry'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Finding } from '@/lib/platform/integrity'
import { Prisma } from '@/prisma/generated/client'

/** Table of each kind of record that has states (or the part of one that is of this kind), by the subject's type; only the composition root knows them. */
export type Tables = Readonly<Record<string, string>>

type Hit = { readonly type: string; readonly id: string; readonly detail: string }

const found = (check: string, hits: readonly Hit[]): Finding[] =>
  hits.map(({ type, id, detail }) => ({ check, subjectType: type, subjectId: id, detail }))

/** All records with their states, as one relation `record(type, id, status, audience)`. */
const recordsOf = (tables: Tables): Prisma.Sql => Prisma.join(
  Object.entries(tables).map(([type, table]) => Prisma.sql`SELECT ${type}::text AS type, id, status, audience FROM ${Prisma.raw(table)}`), ' UNION ALL ')

const finalStates = (tables: Tables): Prisma.Sql => {
  const pairs = listFeatures().filter(({ subject }) => subject.type in tables)
    .flatMap(({ subject, procedure }) => procedure.final.map((state) => `${subject.type} ${state}`))
  return Prisma.sql`${pairs}::text[]`
}

/** A clock that runs for a record that is not there. */
export async function checkClockSubjects(tables: Tables): Promise<Finding[]> {
  return found('clockWithoutSubject', await db.$queryRaw<Hit[]>`
    SELECT d.subject_type AS type, d.subject_id AS id, d.duty AS detail
    FROM deadline d LEFT JOIN (${recordsOf(tables)}) record ON record.type = d.subject_type AND record.id = d.subject_id
    WHERE d.status IN ('running', 'paused') AND record.id IS NULL`)
}

/** A clock that still runs for a record that is over. */
export async function checkClocksOfClosed(tables: Tables): Promise<Finding[]> {
  return found('clockOfClosed', await db.$queryRaw<Hit[]>`
    SELECT record.type, record.id, d.duty AS detail
    FROM deadline d JOIN (${recordsOf(tables)}) record ON record.type = d.subject_type AND record.id = d.subject_id
    WHERE d.status IN ('running', 'paused') AND record.type || ' ' || record.status = ANY(${finalStates(tables)})`)
}

/** The state a record is in is the one its last line in the trail tells. */
export async function checkTrail(tables: Tables): Promise<Finding[]> {
  return found('statusAndTrail', await db.$queryRaw<Hit[]>`
    SELECT record.type, record.id, record.status || ' / ' || coalesce(line.told, '-') AS detail
    FROM (${recordsOf(tables)}) record
    LEFT JOIN LATERAL (
      SELECT after ->> 'status' AS told FROM audit_event
      WHERE subject_type = record.type AND subject_id = record.id::text AND result = 'done' AND jsonb_exists(after, 'status')
      ORDER BY seq DESC LIMIT 1
    ) line ON true
    WHERE line.told IS DISTINCT FROM record.status`)
}

/** A record that waits for a step nobody can take: no active person of a unit or place that sees it has one of the roles today. */
export async function checkQueues(tables: Tables): Promise<Finding[]> {
  const findings: Finding[] = []
  const day = dateColumn(today())
  for (const { subject, procedure } of listFeatures()) {
    const table = tables[subject.type]
    if (!table) continue
    for (const state of procedure.states) {
      const roles = Object.values(procedure.steps)
        .filter((step) => !step.nested && step.from !== 'new' && step.from.includes(state) && step.to.length > 0).flatMap(({ by }) => by)
      // A state that only other records lead out of waits for those.
      if (roles.length === 0) continue
      findings.push(...found('noQueue', await db.$queryRaw<Hit[]>`
        SELECT ${subject.type}::text AS type, r.id, r.status AS detail FROM ${Prisma.raw(table)} r
        WHERE r.status = ${state} AND NOT EXISTS (
          SELECT 1 FROM role_grant g JOIN app_user p ON p.id = g.user_id AND p.active JOIN unit u ON u.id = g.unit_id
          WHERE g.from_on <= ${day}::date AND (g.to_on IS NULL OR g.to_on >= ${day}::date) AND g.role = ANY(${roles}::text[]) AND ARRAY['u:' || u.id, 'z:' || u.id, 'r:' || u.region_code] && r.audience)`))
    }
  }
  return findings
}

const page = 200

/** A paper says what was signed. */
export async function checkPapers(): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const papers = await db.paper.findMany({ ...(after ? { where: { id: { gt: after } } } : {}), orderBy: { id: 'asc' }, take: page })
    for (const paper of papers)
      if (contentHash({ ...paper, issuedOn: localDate(paper.issuedOn) }) !== paper.contentHash)
        findings.push({ check: 'paperHash', subjectType: 'paper', subjectId: paper.id, detail: [paper.kind, paper.number].filter(Boolean).join(' ') })
    const last = papers.at(-1)
    if (!last) return findings
    after = last.id
  }
}
