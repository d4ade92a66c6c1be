import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import { signerOf } from '@/lib/units/data'
import { bearerKinds, type doubtInput, lawOfficeKinds, type Settlement, type settleOnPaperInput } from '../schema'
import { finish, replace, writingOf } from './change'
import { type LockedPower, type On, powerOutcome } from './subject'

/** 司法局, else 依法治市（区）办, each only of others' entries; where the place has neither, the body itself answers. */
async function settlerOf(tx: Tx, { regionCode, unitId }: LockedPower): Promise<string> {
  const offices = await tx.unit.findMany({ where: { regionCode, active: true, kind: { in: [...lawOfficeKinds] }, id: { not: unitId } }, orderBy: { name: 'asc' }, select: { id: true, kind: true } })
  const ranked = [...offices].sort((a, b) => lawOfficeKinds.indexOf(a.kind as 'justiceBureau') - lawOfficeKinds.indexOf(b.kind as 'justiceBureau'))
  return ranked[0]?.id ?? unitId
}

/** The entry stays in force: a letter may cite it, and sees that it is in doubt. */
export async function doubt({ tx, actor, row, input, today }: On<z.infer<typeof doubtInput>>): Promise<Outcome> {
  const { reason, responsibleId } = input
  if (responsibleId) {
    const known = await tx.unit.count({ where: { id: responsibleId, regionCode: row.regionCode, active: true, kind: { in: [...bearerKinds] } } })
    if (known === 0 || responsibleId === row.unitId) throw invalid({ responsibleId: 'errors.field.choose' })
  }
  const settlerId = await settlerOf(tx, row)
  await tx.powerDoubt.create({ data: { id: newId(), itemId: row.id, raisedByUnitId: actor.unitId, reason, responsibleId: responsibleId ?? null, raisedOn: dateColumn(today), settlerId } })
  return powerOutcome(row, actor, { parties: { settler: settlerId, doubter: actor.unitId }, dates: { raisedOn: today }, after: { reason, responsibleId } })
}

const reached = { stands: 'registered', revised: 'revised', ended: 'ended' } as const

/** It stands, reads otherwise from a day on, or ends: each with its reason. */
async function settled(context: On<Settlement>, on: LocalDate, signer: string | null): Promise<Outcome> {
  const { tx, actor, row, input: { result, reason, fromOn, ground, lastOn, ...changes } } = context
  if (!row.doubt) throw new Error('an entry in doubt without its doubt')
  if (on < localDate(row.doubt.raisedOn)) throw invalid({ settledOn: 'errors.field.order' })
  let href: string | undefined
  if (result === 'revised') {
    if (!fromOn) throw invalid({ fromOn: 'errors.field.required' })
    if (row.toOn && fromOn > localDate(row.toOn)) throw invalid({ fromOn: 'errors.field.order' })
    const { matter, role, duty, basis } = changes
    const now = writingOf(row)
    href = `/powers/${await replace(context, { ...now, matter: matter ?? now.matter, role: role ?? now.role, duty: duty ?? now.duty, basis: basis ?? now.basis, fromOn }, reason, row.doubt.id)}`
  }
  if (result === 'ended') {
    if (!ground) throw invalid({ ground: 'errors.field.required' })
    if (!lastOn) throw invalid({ lastOn: 'errors.field.required' })
    await finish(context, ground, lastOn, reason, row.doubt.id)
  }
  await tx.powerDoubt.update({ where: { id: row.doubt.id }, data: { result, settledReason: reason, settledOn: dateColumn(on), settledSigner: signer } })
  return powerOutcome(row, actor, {
    to: reached[result], parties: { settler: row.doubt.settlerId, doubter: row.doubt.raisedByUnitId }, dates: { settledOn: on }, after: { result, reason }, ...(href ? { href } : {}),
  })
}

export const settle = async (context: On<Settlement>): Promise<Outcome> => settled(context, context.today, null)

export async function settleOnPaper(context: On<z.infer<typeof settleOnPaperInput>>): Promise<Outcome> {
  const { tx, actor, row, input: { settledOn, signerName, scanFileId } } = context
  const done = await settled(context, settledOn, signerName)
  const parties = [row.doubt!.settlerId, row.doubt!.raisedByUnitId, row.unitId]
  await attachFiles(tx, [scanFileId], { subject: { type: 'powerItem', id: row.id }, audience: parties.map(unitToken), actor })
  return { ...done, onBehalfOf: await signerOf(tx, row.doubt!.settlerId, signerName) }
}
