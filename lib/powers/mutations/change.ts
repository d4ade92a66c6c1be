import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { invalid, refuse } from '@/lib/platform/errors'
import { linesOf } from '@/lib/platform/lines'
import { isLawOffice } from '../policy'
import type { endInput, endGrounds, PowerWriting, reviseInput, takeBackInput } from '../schema'
import { requireOnce } from './register'
import { type LockedPower, type On, powerOutcome } from './subject'

const fieldsOf = ({ matter, role, powers, duty, basis, source, toOn }: Omit<PowerWriting, 'predecessorId' | 'fromOn'>) =>
  JSON.stringify([matter, role, [...powers].sort(), duty, linesOf(basis), source ?? '', toOn ?? ''])

/** What stands in an entry, as its form writes it. */
export const writingOf = (row: LockedPower): Omit<PowerWriting, 'predecessorId' | 'fromOn'> => ({
  matter: row.matter, role: row.role as PowerWriting['role'], powers: row.powers as PowerWriting['powers'], duty: row.duty, basis: row.basis.join('\n'),
  ...(row.source ? { source: row.source } : {}), ...(row.toOn ? { toOn: localDate(row.toOn) } : {}),
})

/** The version before holds until the day before; what cites it goes on citing it. */
export async function replace({ tx, row, take }: On<unknown>, writing: Omit<PowerWriting, 'predecessorId'>, reason: string, doubtId: string | null = null): Promise<string> {
  if (fieldsOf(writing) === fieldsOf(writingOf(row))) throw invalid({ matter: 'powers.invalid.unchanged' })
  if (writing.fromOn <= localDate(row.fromOn)) throw invalid({ fromOn: 'powers.invalid.notLater' })
  const last = dateColumn(addDays(writing.fromOn, -1))
  await tx.powerItem.update({ where: { id: row.id }, data: { toOn: row.toOn && row.toOn < last ? row.toOn : last, earlierToOn: row.toOn, endGround: 'revised', endReason: reason, changeDoubtId: doubtId } })
  return (await take('powerItem.succeed', null, { predecessorId: row.id, ...writing })).id
}

/** Letters rest on what the list said on their day: backwards it is changed by the law office alone. */
function requireAhead({ actor, today }: On<unknown>, field: 'fromOn' | 'lastOn', day: LocalDate): void {
  if (day < today && !isLawOffice(actor)) throw invalid({ [field]: 'powers.invalid.backdated' })
}

export async function revise(context: On<z.infer<typeof reviseInput>>): Promise<Outcome> {
  const { row, actor, input: { reason, ...writing } } = context
  requireAhead(context, 'fromOn', writing.fromOn)
  const id = await replace(context, writing, reason)
  return powerOutcome(row, actor, { href: `/powers/${id}`, after: { reason, successorId: id, fromOn: writing.fromOn } })
}

/** Ends on its last day in force; before it began there is none. */
export async function finish({ tx, row }: On<unknown>, ground: (typeof endGrounds)[number], lastOn: LocalDate, reason: string, doubtId: string | null = null): Promise<void> {
  const last = dateColumn(lastOn)
  if (last < row.fromOn || (row.toOn && last > row.toOn)) throw invalid({ lastOn: 'errors.field.order' })
  await tx.powerItem.update({ where: { id: row.id }, data: { toOn: last, earlierToOn: row.toOn, endGround: ground, endReason: reason, changeDoubtId: doubtId } })
}

export async function end(context: On<z.infer<typeof endInput>>): Promise<Outcome> {
  const { row, actor, input: { ground, lastOn, reason } } = context
  requireAhead(context, 'lastOn', lastOn)
  await finish(context, ground, lastOn, reason)
  return powerOutcome(row, actor, { after: { ground, lastOn, reason } })
}

/** Before its day: the version to come never holds, and the entry stands as it stood; both keep what was announced in their course. */
export async function takeBack({ tx, row, actor, input: { reason }, take }: On<z.infer<typeof takeBackInput>>): Promise<Outcome> {
  const { toOn, earlierToOn, endGround, endReason } = row
  if (row.successor) {
    // What others did with it since is settled there first.
    if (row.successor.status !== 'registered') throw refuse('powers.refuse.successorMoved')
    await take('powerItem.void', row.successor.id, { reason })
  }
  // Meanwhile the same matter may have been registered for the days that come back.
  await requireOnce(tx, { ...row, toOn: earlierToOn }, row.id)
  await tx.powerItem.update({ where: { id: row.id }, data: { toOn: earlierToOn, earlierToOn: null, endGround: null, endReason: null, changeDoubtId: null } })
  return powerOutcome(row, actor, {
    flags: [...(actor.unitId === row.unitId ? [] : ['byOther']), ...(row.changeDoubterId ? ['ofDoubt'] : [])], parties: row.changeDoubterId ? { doubter: row.changeDoubterId } : {},
    before: { toOn: toOn && localDate(toOn), ground: endGround, reason: endReason }, after: { reason, toOn: earlierToOn && localDate(earlierToOn) },
  })
}

/** Its days are none. */
export async function voidVersion({ tx, row, actor, input: { reason } }: On<z.infer<typeof takeBackInput>>): Promise<Outcome> {
  await tx.powerItem.update({ where: { id: row.id }, data: { status: 'takenBack', toOn: dateColumn(addDays(localDate(row.fromOn), -1)), endReason: reason } })
  return powerOutcome(row, actor, { before: { toOn: row.toOn && localDate(row.toOn) }, after: { reason } })
}
