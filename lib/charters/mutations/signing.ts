import type { z } from 'zod'
import { addDays } from '@/lib/engine/deadlines/local-date'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid, refuse } from '@/lib/platform/errors'
import { attachFiles, widenFiles } from '@/lib/platform/files'
import { regionToken, unitToken } from '@/lib/platform/scope'
import { nextSigner } from '../policy'
import type { publishInput, reopenInput, repealInput, signInput, signOnPaperInput } from '../schema'
import { charterText } from '../templates'
import { openDue } from './open'
import { charterOutcome, getCharter, type CharterRecord } from './subject'

type On<Input> = StepContext<CharterRecord, Input>

/** Who signs sees the text from now on. */
export async function startSigning({ tx, row }: On<object>): Promise<Outcome> {
  const audience = [...new Set([...row.audience, ...row.signers.map(({ unitId }) => unitToken(unitId))])]
  await tx.charter.update({ where: { id: row.id }, data: { audience } })
  await widenFiles(tx, { type: 'charter', id: row.id }, audience)
  return charterOutcome({ ...row, audience }, { parties: { drafter: row.drafterUnitId, next: nextSigner(row.signers)!.unitId } })
}

type Signature = { readonly signerName: string; readonly signedOn: string; readonly scanFileId?: string }

async function enterSignature({ tx, actor, row }: On<unknown>, { signerName, signedOn, scanFileId }: Signature, onBehalf: boolean): Promise<Outcome> {
  const signer = nextSigner(row.signers)
  if (!signer) throw refuse('charters.refuse.allSigned')
  if (scanFileId) await attachFiles(tx, [scanFileId], { subject: { type: 'charter', id: row.id }, audience: row.audience, actor })
  await tx.charterSigner.update({
    where: { id: signer.id }, data: { signerName, signedOn: dateColumn(signedOn), signedById: onBehalf ? null : actor.userId, scanFileId: scanFileId ?? null },
  })
  const left = row.signers.filter((each) => each.id !== signer.id && each.signedOn === null)
  const next = nextSigner(left)
  return charterOutcome(row, {
    to: next ? 'signing' : 'signed', flags: [next ? 'more' : 'complete'], after: { signer: signer.unitId, signedOn },
    parties: { drafter: row.drafterUnitId, ...(next ? { next: next.unitId } : {}) }, ...(onBehalf ? { onBehalfOf: signerName } : {}),
  })
}

export const sign = (context: On<z.infer<typeof signInput>>): Promise<Outcome> => enterSignature(context, context.input, false)
export const signOnPaper = (context: On<z.infer<typeof signOnPaperInput>>): Promise<Outcome> => enterSignature(context, context.input, true)

/** What was signed was another text: everybody signs anew. */
export async function reopen({ tx, row, input }: On<z.infer<typeof reopenInput>>): Promise<Outcome> {
  await tx.charterSigner.updateMany({ where: { charterId: row.id, dropped: false }, data: { signedOn: null, signedById: null, signerName: '', scanFileId: null } })
  return charterOutcome(row, { before: { signed: row.signers.filter(({ signedOn }) => signedOn !== null).map(({ unitId }) => unitId) }, after: { reason: input.reason } })
}

/** In force from its day on; the version before ends the day before. What already runs keeps the version it began under. */
export async function publish({ tx, actor, row, input, today }: On<z.infer<typeof publishInput>>): Promise<Outcome> {
  const { number, issuedOn, effectiveOn } = input
  if (effectiveOn < issuedOn) throw invalid({ effectiveOn: 'charters.refuse.effectiveBeforeIssued' })
  const before = await tx.charter.findFirst({ where: { lineId: row.lineId, status: 'published' }, orderBy: { ordinal: 'desc' } })
  if (before && localDate(before.effectiveOn!) >= effectiveOn) throw invalid({ effectiveOn: 'charters.refuse.effectiveBeforeLast' })
  if (before && (before.endsOn === null || localDate(before.endsOn) >= effectiveOn))
    await tx.charter.update({ where: { id: before.id }, data: { endsOn: dateColumn(addDays(effectiveOn, -1)) } })
  const audience = [...new Set([...row.audience, regionToken(row.regionCode)])]
  await tx.charter.update({
    where: { id: row.id }, data: { number, issuedOn: dateColumn(issuedOn), effectiveOn: dateColumn(effectiveOn), audience, status: 'published' },
  })
  await widenFiles(tx, { type: 'charter', id: row.id }, audience)
  const opened = await openDue(tx, { charterId: row.id, on: today, actorId: actor.userId })
  return charterOutcome({ ...row, audience }, {
    parties: { drafter: row.drafterUnitId, signers: row.signers[0]!.unitId },
    // Its number is the drafter's: nobody takes one out of another body's register.
    papers: [{ kind: 'charterText', issuerUnitId: row.drafterUnitId, takenNumber: number, issuedOn, audience, data: charterText(row, await signed(tx, row), effectiveOn) }],
    after: { number, issuedOn, effectiveOn, ...(before ? { replaces: before.id } : {}), opened: opened.length },
  })
}

async function signed(tx: On<unknown>['tx'], { signers }: CharterRecord) {
  const units = await tx.unit.findMany({ where: { id: { in: signers.map(({ unitId }) => unitId) } }, select: { id: true, name: true } })
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  return signers.map(({ unitId, signerName, signedOn }) => ({ unit: nameOf.get(unitId)!, signer: signerName, signedOn: localDate(signedOn!) }))
}

export async function repeal({ tx, row, input }: On<z.infer<typeof repealInput>>): Promise<Outcome> {
  if (input.endsOn < localDate(row.effectiveOn!)) throw invalid({ endsOn: 'charters.refuse.endsBeforeBegin' })
  await tx.charter.update({ where: { id: row.id }, data: { endsOn: dateColumn(input.endsOn) } })
  return charterOutcome(await getCharter(tx, row.id), { after: { endsOn: input.endsOn, reason: input.reason } })
}
