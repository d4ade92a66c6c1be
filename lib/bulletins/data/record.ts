import { listClocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { type BulletinComment, type BulletinLook, type BulletinReading, Prisma } from '@/prisma/generated/client'
import { findBulletinRow, findReadingRow } from './row'

type Named = { readonly id: string; readonly title: string }

// Every reading of a bulletin, or one alone, as far as the reader may see it.
const seen = (scope: Scope, which: Prisma.Sql): Prisma.Sql => Prisma.sql`bulletin_reading r WHERE ${which} AND r.audience && ${textArray(scope.tokens)}`
const ofBulletin = (id: string): Prisma.Sql => Prisma.sql`r.bulletin_id = ${id}::uuid`
const alone = (id: string): Prisma.Sql => Prisma.sql`r.id = ${id}::uuid`

const readingsOf = (scope: Scope, which: Prisma.Sql): Read<BulletinReading> =>
  read(Prisma.sql`SELECT ${columnsOf(Prisma.BulletinReadingScalarFieldEnum, 'r')} FROM ${seen(scope, which)} ORDER BY r.created_at, r.id`)
const looksOf = (scope: Scope, which: Prisma.Sql): Read<BulletinLook> =>
  read(Prisma.sql`SELECT ${columnsOf(Prisma.BulletinLookScalarFieldEnum, 'l')} FROM bulletin_look l WHERE l.reading_id IN (SELECT r.id FROM ${seen(scope, which)}) ORDER BY l.seen_at, l.id`)
const commentsOf = (scope: Scope, which: Prisma.Sql): Read<BulletinComment> =>
  read(Prisma.sql`SELECT ${columnsOf(Prisma.BulletinCommentScalarFieldEnum, 'c')} FROM bulletin_comment c WHERE c.reading_id IN (SELECT r.id FROM ${seen(scope, which)}) ORDER BY c.said_on, c.entered_at, c.id`)

const casesOf = (scope: Scope, id: string): Read<Named & { readonly number: string }> => read(Prisma.sql`
  SELECT c.id, c.number, c.title FROM case_file c
  WHERE c.id IN (SELECT unnest(b.case_ids) FROM bulletin b WHERE b.id = ${id}::uuid) AND c.audience && ${textArray(scope.tokens)} ORDER BY c.opened_on, c.id`)
const familyOf = (scope: Scope, id: string): Read<Named> => read(Prisma.sql`
  SELECT f.id, f.title FROM case_family f JOIN bulletin b ON b.family_id = f.id WHERE b.id = ${id}::uuid AND f.audience && ${textArray(scope.tokens)}`)

/** A bulletin with the readings this reader may see: all of them for the issuer, its own for a body named. */
export async function findBulletin(scope: Scope, id: string) {
  if (!isId(id)) return null
  const which = ofBulletin(id)
  const [row, readings, looks, comments, cases, families, clocks] = await Promise.all([
    findBulletinRow(scope, id), readAlone(readingsOf(scope, which)), readAlone(looksOf(scope, which)), readAlone(commentsOf(scope, which)), readAlone(casesOf(scope, id)),
    readAlone(familyOf(scope, id)), listClocksAbout(scope, { type: 'bulletin', id }),
  ])
  if (!row) return null
  // What the issuer notes for itself stays with it.
  const own = row.issuerId === scope.unitId
  return {
    ...row, innerOpinion: own ? row.innerOpinion : null, closingNote: own ? row.closingNote : null, cases, family: families[0] ?? null, clocks,
    readings: readings.map((reading) => ({
      ...reading, looks: looks.filter(({ readingId }) => readingId === reading.id), comments: comments.filter(({ readingId }) => readingId === reading.id),
    })),
  }
}

/** One body's reading with its people, what they said, and its clocks. */
export async function findReading(scope: Scope, id: string) {
  if (!isId(id)) return null
  const which = alone(id)
  const [row, looks, comments, clocks] = await Promise.all([
    findReadingRow(scope, id), readAlone(looksOf(scope, which)), readAlone(commentsOf(scope, which)), listClocksAbout(scope, { type: 'bulletinReading', id }),
  ])
  return row && { ...row, looks, comments, clocks }
}
export type ReadingView = NonNullable<Awaited<ReturnType<typeof findReading>>>
