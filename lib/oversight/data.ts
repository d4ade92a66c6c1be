import { recordClocksOf } from '@/lib/cases/data/record'
import { clockJson } from '@/lib/engine/deadlines/row-clock'
import type { LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readTogether, textArray } from '@/lib/platform/together'
import { type OversightMatter, Prisma } from '@/prisma/generated/client'
import type { OversightFilter } from './schema'

export const pageSize = 20

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

export type MatterListRow = {
  readonly id: string
  readonly kind: string
  readonly about: string
  readonly title: string
  readonly status: string
  readonly superiorId: string
  readonly inferiorId: string
  readonly beganOn: Date
  readonly clock: { ruleKey: string; status: string; triggeredOn: LocalDate; endOn: LocalDate; satisfiedOn: null; provisional: boolean } | null
}

/** Matters of the own office in either place: what waits longest first, what is done latest first. Only parties, not whoever may read below. */
export async function listMatters(scope: Scope, { kind, show, unit, page }: OversightFilter): Promise<MatterListRow[]> {
  const conditions = [
    Prisma.sql`x.audience && ${[...scope.tokens]}::text[] AND (x.superior_id = ${scope.unitId}::uuid OR x.inferior_id = ${scope.unitId}::uuid OR x.designated_id = ${scope.unitId}::uuid)`,
    ...(kind ? [Prisma.sql`x.kind = ${kind}`] : []),
    ...(unit ? [Prisma.sql`(x.superior_id = ${unit}::uuid OR x.inferior_id = ${unit}::uuid)`] : []),
    ...(show === 'open' ? [Prisma.sql`x.status IN ('received', 'advised', 'asked', 'ordered', 'reported')`] : []),
  ]
  return db.$queryRaw<MatterListRow[]>`
    SELECT x.id, x.kind, x.about, x.title, x.status, x.superior_id AS "superiorId", x.inferior_id AS "inferiorId", x.began_on AS "beganOn", d.clock
    FROM oversight_matter x
    LEFT JOIN LATERAL (
      SELECT ${clockJson} AS clock
      FROM deadline WHERE subject_type = x.kind AND subject_id = x.id AND status = 'running' ORDER BY end_on LIMIT 1
    ) d ON true
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY x.began_on DESC, x.id DESC LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`
}

/** A matter with what it is about, as far as the reader may open that. */
export async function findMatter(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`oversight_matter x WHERE x.id = ${id}::uuid AND x.audience && ${textArray(scope.tokens)}`
  const about = (table: string, column: string) => read<{ id: string; number: string | null; title: string }>(Prisma.sql`
    SELECT o.id, o.number, o.title FROM ${Prisma.raw(table)} o WHERE o.id IN (SELECT x.${Prisma.raw(column)} FROM ${seen}) AND o.audience && ${textArray(scope.tokens)}`)
  const { rows: [row], cases, letters, clues, clocks } = await readTogether({
    rows: read<OversightMatter>(Prisma.sql`SELECT ${columnsOf(Prisma.OversightMatterScalarFieldEnum, 'x')} FROM ${seen}`),
    cases: about('case_file', 'case_id'), letters: about('recommendation', 'recommendation_id'), clues: about('clue', 'clue_id'), clocks: recordClocksOf(scope, [id]),
  })
  return row ? { ...row, caseFile: cases[0] ?? null, letter: letters[0] ?? null, clue: clues[0] ?? null, clocks } : null
}

export type MatterRecord = NonNullable<Awaited<ReturnType<typeof findMatter>>>

const mostOffered = 200

/** Cases a step may be begun with: the own ones whose review is under way, or those below that are not concluded. */
export async function listCasesFor(scope: Scope, which: 'extension' | 'supervision', below: readonly string[]) {
  return db.caseFile.findMany({
    where: {
      ...inScope(scope),
      ...(which === 'extension' ? { procuratorateId: scope.unitId, status: 'following' } : { procuratorateId: { in: [...below] }, status: { not: 'concluded' } }),
    },
    orderBy: [{ openedOn: 'desc' }, { id: 'desc' }], take: mostOffered, select: { id: true, number: true, title: true },
  })
}

/** Clues of the own office that are not yet decided. */
export async function listCluesFor(scope: Scope) {
  return db.clue.findMany({
    where: { ...inScope(scope), receiverUnitId: scope.unitId, status: { in: ['registered', 'proposed', 'reviewed'] } },
    orderBy: { updatedAt: 'desc' }, take: mostOffered, select: { id: true, number: true, title: true },
  })
}
