import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import { findGroupRow, findSeatRow, type GroupRecord, type SeatRecord } from '../data/row'

export type OnGroup<Input> = StepContext<GroupRecord, Input>
export type OnSeat<Input> = StepContext<SeatRecord, Input>

export const groupSubject: Subject<GroupRecord> = {
  type: 'leadingGroup',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM leading_group WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findGroupRow(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.leadingGroup.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

export const seatSubject: Subject<SeatRecord> = {
  type: 'groupSeat',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM group_seat WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findSeatRow(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.groupSeat.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type KnownGroup = Pick<GroupRecord, 'id' | 'regionCode' | 'name' | 'audience' | 'deskId'>
export const groupOutcome = ({ id, regionCode, name, audience, deskId }: KnownGroup, more: Partial<Outcome> = {}): Outcome => ({
  id, regionCode, title: name, audience, parties: { desk: deskId }, ...more,
})

type KnownSeat = Pick<SeatRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'unitId'>
export const seatOutcome = ({ id, regionCode, title, audience, unitId }: KnownSeat, more: Partial<Outcome> = {}): Outcome => ({
  id, regionCode, title, audience, parties: { unit: unitId }, ...more,
})
