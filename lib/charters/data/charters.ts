import { papersOf } from '@/lib/engine/papers/store'
import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readTogether, textArray } from '@/lib/platform/together'
import { Prisma, type Charter, type CharterQuestion, type CharterSigner, type Obligation, type Provision } from '@/prisma/generated/client'

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

/** Opinions of the own place: in force first, then what is in the making, then what was. */
export async function listCharters(scope: Scope, show: 'inForce' | 'all', on: LocalDate) {
  const day = dateColumn(on)
  const inForce: Prisma.CharterWhereInput = { status: 'published', OR: [{ endsOn: null }, { endsOn: { gte: day } }] }
  return db.charter.findMany({
    where: { ...inScope(scope), ...(show === 'inForce' ? { OR: [inForce, { status: { in: ['drafted', 'signing', 'signed'] } }] } : {}) },
    orderBy: [{ lineId: 'asc' }, { ordinal: 'desc' }], take: 100,
    include: { _count: { select: { provisions: { where: { dropped: false } }, obligations: { where: { dropped: false } } } } },
  })
}
export type CharterListRow = Awaited<ReturnType<typeof listCharters>>[number]

/** With its text, its promises, who signs, its other versions and what was asked about it; in one statement. Null outside the scope. */
export async function findCharter(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`EXISTS (SELECT 1 FROM charter c WHERE c.id = ${id}::uuid AND c.audience && ${textArray(scope.tokens)})`
  const found = await readTogether({
    charters: read<Charter>(Prisma.sql`SELECT ${columnsOf(Prisma.CharterScalarFieldEnum, 'c')} FROM charter c WHERE c.id = ${id}::uuid AND c.audience && ${textArray(scope.tokens)}`),
    signers: read<CharterSigner>(Prisma.sql`
      SELECT ${columnsOf(Prisma.CharterSignerScalarFieldEnum, 's')} FROM charter_signer s WHERE s.charter_id = ${id}::uuid AND NOT s.dropped AND ${seen} ORDER BY s.ordinal`),
    provisions: read<Provision>(Prisma.sql`
      SELECT ${columnsOf(Prisma.ProvisionScalarFieldEnum, 'p')} FROM provision p WHERE p.charter_id = ${id}::uuid AND NOT p.dropped AND ${seen} ORDER BY p.ordinal`),
    obligations: read<Obligation>(Prisma.sql`
      SELECT ${columnsOf(Prisma.ObligationScalarFieldEnum, 'o')} FROM obligation o WHERE o.charter_id = ${id}::uuid AND NOT o.dropped AND ${seen} ORDER BY o.id`),
    versions: read<Pick<Charter, 'id' | 'ordinal' | 'status' | 'effectiveOn' | 'endsOn'>>(Prisma.sql`
      SELECT v.id, v.ordinal, v.status, v.effective_on AS "effectiveOn", v.ends_on AS "endsOn" FROM charter v
      WHERE v.line_id = (SELECT line_id FROM charter WHERE id = ${id}::uuid) AND v.audience && ${textArray(scope.tokens)} AND ${seen} ORDER BY v.ordinal DESC`),
    questions: read<Pick<CharterQuestion, 'id' | 'title' | 'status' | 'askedOn' | 'askedByUnitId' | 'provisionId'>>(Prisma.sql`
      SELECT q.id, q.title, q.status, q.asked_on AS "askedOn", q.asked_by_unit_id AS "askedByUnitId", q.provision_id AS "provisionId" FROM charter_question q
      WHERE q.charter_id = ${id}::uuid AND q.audience && ${textArray(scope.tokens)} ORDER BY q.asked_on DESC LIMIT 50`),
    papers: papersOf(scope, { type: 'charter', id }),
    files: read<{ id: string; name: string }>(Prisma.sql`
      SELECT f.id, f.name FROM stored_file f WHERE f.subject_type = 'charter' AND f.subject_id = ${id}::uuid AND f.audience && ${textArray(scope.tokens)} ORDER BY f.uploaded_at`),
  })
  const [charter] = found.charters
  const { charters: _, ...parts } = found
  return charter ? { ...charter, ...parts } : null
}
export type CharterRecord = NonNullable<Awaited<ReturnType<typeof findCharter>>>

/** What one may start from: the own opinions in force, and the open ones of other places. */
export const listStarts = (scope: Scope, on: LocalDate) =>
  db.charter.findMany({
    where: { status: 'published', OR: [{ endsOn: null }, { endsOn: { gte: dateColumn(on) } }], AND: { OR: [inScope(scope), { openness: 'public' }] } },
    orderBy: [{ regionCode: 'asc' }, { ordinal: 'desc' }], take: 60, select: { id: true, title: true, regionCode: true },
  })

export async function findQuestion(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`charter_question q JOIN charter c ON c.id = q.charter_id WHERE q.id = ${id}::uuid AND q.audience && ${textArray(scope.tokens)} AND c.audience && ${textArray(scope.tokens)}`
  const { rows: [row], charters: [charter], provisions } = await readTogether({
    rows: read<CharterQuestion & { interpreterIds: string[] }>(Prisma.sql`
      SELECT ${columnsOf(Prisma.CharterQuestionScalarFieldEnum, 'q')},
        ARRAY(SELECT s.unit_id FROM charter_signer s WHERE s.charter_id = c.id AND NOT s.dropped AND s.interprets ORDER BY s.ordinal) AS "interpreterIds" FROM ${seen}`),
    charters: read<Pick<Charter, 'id' | 'title'>>(Prisma.sql`SELECT c.id, c.title FROM ${seen}`),
    provisions: read<Pick<Provision, 'article' | 'text'>>(Prisma.sql`SELECT p.article, p.text FROM provision p WHERE p.id IN (SELECT q.provision_id FROM ${seen})`),
  })
  return row && charter ? { ...row, charter: { ...charter, provisions } } : null
}
