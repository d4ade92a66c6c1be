import { validToday } from '@/lib/identity/data'
import { db } from '@/lib/platform/db'
import type { UnitKind } from '@/lib/platform/roles'
import { administrators } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'

const mostOffered = 200

/** Bodies of the own place a bulletin may name. */
export const listReaderChoices = (scope: Scope, kinds: readonly UnitKind[]): Promise<{ id: string; shortName: string }[]> => readAlone(read(Prisma.sql`
  SELECT u.id, u.short_name AS "shortName" FROM unit u
  WHERE u.region_code = ${scope.regionCode} AND u.active AND u.kind = ANY(${textArray(kinds)}) AND u.id <> ${scope.unitId}::uuid ORDER BY u.kind, u.name LIMIT ${mostOffered}`))

/** People of those bodies, for what only named persons read. */
export async function listNamedChoices(scope: Scope, kinds: readonly UnitKind[]) {
  return db.user.findMany({
    where: {
      active: true, unitId: { not: scope.unitId }, unit: { regionCode: scope.regionCode, active: true, kind: { in: [...kinds] } },
      grants: { some: { ...validToday(), role: { notIn: [...administrators] } } },
    },
    orderBy: [{ unitId: 'asc' }, { name: 'asc' }], take: mostOffered, select: { id: true, name: true, post: true, unit: { select: { shortName: true } } },
  })
}

/** Cases of the own office a bulletin may speak of. */
export async function listCaseChoices(scope: Scope) {
  return db.caseFile.findMany({
    where: { procuratorateId: scope.unitId, audience: { hasSome: [...scope.tokens] } },
    orderBy: [{ openedOn: 'desc' }, { id: 'desc' }], take: mostOffered, select: { id: true, number: true, title: true },
  })
}
