import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import type { Prisma } from '@/prisma/generated/client'
import { findBulletinRow, findReadingRow } from './row'

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })
const around = { looks: { orderBy: { seenAt: 'asc' } }, comments: { orderBy: [{ saidOn: 'asc' }, { enteredAt: 'asc' }] } } satisfies Prisma.BulletinReadingInclude

/** A bulletin with the readings this reader may see: all of them for the issuer, its own for a body named. */
export async function findBulletin(scope: Scope, id: string) {
  const row = await findBulletinRow(scope, id)
  if (!row) return null
  const [readings, cases, family, clocks] = await Promise.all([
    db.bulletinReading.findMany({ where: { bulletinId: id, ...inScope(scope) }, orderBy: { createdAt: 'asc' }, include: around }),
    db.caseFile.findMany({ where: { id: { in: row.caseIds }, ...inScope(scope) }, orderBy: { openedOn: 'asc' }, select: { id: true, number: true, title: true } }),
    row.familyId ? db.caseFamily.findFirst({ where: { id: row.familyId, ...inScope(scope) }, select: { id: true, title: true } }) : null,
    db.deadline.findMany({ where: { subjectType: 'bulletin', subjectId: id, ...inScope(scope) }, orderBy: { createdAt: 'asc' } }),
  ])
  // What the issuer notes for itself stays with it.
  const own = row.issuerId === scope.unitId
  return { ...row, innerOpinion: own ? row.innerOpinion : null, closingNote: own ? row.closingNote : null, readings, cases, family, clocks }
}

/** One body's reading with its people, what they said, and its clocks. */
export async function findReading(scope: Scope, id: string) {
  const row = await findReadingRow(scope, id)
  if (!row) return null
  const [found, clocks] = await Promise.all([
    db.bulletinReading.findFirstOrThrow({ where: { id, ...inScope(scope) }, select: around }),
    db.deadline.findMany({ where: { subjectType: 'bulletinReading', subjectId: id, ...inScope(scope) }, orderBy: { createdAt: 'asc' } }),
  ])
  return { ...row, ...found, clocks }
}
export type ReadingView = NonNullable<Awaited<ReturnType<typeof findReading>>>
