import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import { findBulletinRow, findReadingRow, type BulletinRecord, type ReadingRecord } from '../data/row'

export type OnBulletin<Input> = StepContext<BulletinRecord, Input>
export type OnReading<Input> = StepContext<ReadingRecord, Input>

export const bulletinSubject: Subject<BulletinRecord> = {
  type: 'bulletin',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM bulletin WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findBulletinRow(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.bulletin.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

export const readingSubject: Subject<ReadingRecord> = {
  type: 'bulletinReading',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM bulletin_reading WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findReadingRow(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.bulletinReading.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type KnownBulletin = Pick<BulletinRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'issuerId'>
export const bulletinOutcome = (row: KnownBulletin, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { issuer: row.issuerId }, ...more,
})

type KnownReading = Pick<ReadingRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'issuerId' | 'readerId' | 'bulletinId'>
/** Whoever reads goes on at the bulletin; the issuer, who enters from paper, at the reading. */
export const readingOutcome = (row: KnownReading, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { reader: row.readerId, issuer: row.issuerId }, ...more,
})
