import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, notFound } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/scope'
import type { z } from 'zod'
import { sourcesEntered } from '../rules/dictionaries'
import { shownDates } from '../rules/entry'
import type { EnterInput, receiveTransferInput } from '../schema'
import { meetLimit } from './refer'
import { checkStory, createClue, filesOf, referralClock, requireUnit, storyColumns, type Sender } from './store'
import { clueOutcome, requireProsecutor } from './subject'

/**
 * 登记: the office's own finds and what came on paper, by hotline or from the press. True dates of a late entry stay
 * apart from the day it was typed, which is the row's own.
 */
export async function enterClue({ tx, actor, input, today, now }: StepContext<never, EnterInput>): Promise<Outcome> {
  const own = await requireUnit(tx, actor.unitId)
  const sender = input.onBehalfOfUnitId ? await senderOnPaper(tx, actor, input.onBehalfOfUnitId) : own
  if (!sourcesEntered().some(({ key }) => key === input.source)) throw invalid({ source: 'errors.field.choose' })
  const dates = shownDates(input, today)
  if ('errors' in dates) throw invalid(dates.errors)
  const { referredOn, registeredOn } = dates
  await checkStory(tx, { ...sender, kind: own.kind }, input, registeredOn)
  const handlerId = input.handlerId ?? (actor.roles.includes('prosecutor') ? actor.userId : null)
  if (handlerId === null) throw invalid({ handlerId: 'errors.field.required' })
  await requireProsecutor(tx, own.id, handlerId)
  if (input.relapseOfCaseId) await requireOwnCase(tx, own.id, input.relapseOfCaseId)

  const clue = await createClue(tx, {
    actor, now, today: registeredOn, sender, receiver: own, state: 'registered', columns: storyColumns(input), unitIds: input.unitIds,
    fileIds: filesOf(input),
    more: {
      registeredOn: dateColumn(registeredOn), referredOn: referredOn ? dateColumn(referredOn) : null, handlerId, major: input.major ?? false,
      onBehalfOfUnitId: input.onBehalfOfUnitId ?? null, relapseOfCaseId: input.relapseOfCaseId ?? null,
    },
  })
  const clock = input.onBehalfOfUnitId ? await referralClock(tx, sender, input.discoveredOn) : { flags: [], amounts: {} }
  return clueOutcome(clue, {
    ...clock, flags: [...clock.flags, ...(input.onBehalfOfUnitId ? ['referred'] : [])], tell: [handlerId],
    dates: { discoveredOn: input.discoveredOn, referredOn: referredOn ?? registeredOn, registeredOn },
    after: {
      number: clue.number, source: clue.source, domain: clue.domain, handlerId, registeredOn, enteredOn: today,
      ...(input.onBehalfOfUnitId ? { onBehalfOfUnitId: input.onBehalfOfUnitId, referralNumber: input.referralNumber, referralSigner: input.referralSigner, onBehalf: true } : {}),
    },
    ...(input.onBehalfOfUnitId ? { onBehalfOf: [sender.shortName, input.referralSigner].filter(Boolean).join(' ') } : {}),
    onClocks: meetLimit(tx, clue, referredOn ?? registeredOn, actor, ''),
  })
}

async function senderOnPaper(tx: Tx, actor: Actor, id: string): Promise<Sender> {
  const unit = await requireUnit(tx, id)
  if (unit.regionCode !== actor.regionCode || unit.kind === 'procuratorate') throw invalid({ onBehalfOfUnitId: 'errors.field.choose' })
  return unit
}

async function requireOwnCase(tx: Tx, procuratorateId: string, id: string): Promise<void> {
  if ((await tx.caseFile.count({ where: { id, procuratorateId } })) === 0) throw notFound()
}

/** 办案规则 26: the procuratorate it is moved to must take it, and does not send it back. */
export async function receiveTransfer({ tx, actor, input, today, now }: StepContext<never, z.infer<typeof receiveTransferInput>>): Promise<Outcome> {
  const from = await tx.clue.findFirst({ where: { id: input.clueId, receiverUnitId: actor.unitId }, include: { units: true } })
  const receiver = await requireUnit(tx, input.receiverUnitId)
  if (!from || receiver.kind !== 'procuratorate' || receiver.id === actor.unitId) throw notFound()
  const { title, domain, discoveredOn, place, facts, harm, urgent, sensitivity, penaltyKnown, relatedJudgment, materials, measuresTaken } = from
  const clue = await createClue(tx, {
    actor, now, today, sender: { id: actor.unitId }, receiver, state: 'referred', unitIds: from.units.map(({ unitId }) => unitId), fileIds: [],
    columns: {
      title, source: 'otherProcuratorate', sourceDetail: from.number, domain, discoveredOn, place, facts, harm, urgent,
      sensitivity: sensitivity as EnterInput['sensitivity'], penaltyKnown: penaltyKnown as EnterInput['penaltyKnown'],
      relatedJudgment, materials, measuresTaken,
    },
    more: { referredOn: dateColumn(today), transferredFromId: from.id },
  })
  return clueOutcome(clue, { after: { number: clue.number, from: from.number } })
}
