import { mainLineTermsOn } from '@/lib/charters/data/main-line'
import { nextRecordNumber } from '@/lib/engine/papers/record-numbers'
import { attachFiles } from '@/lib/platform/files'
import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, notFound, refuse, type FieldErrors } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { linesOf } from '@/lib/platform/lines'
import type { UnitKind } from '@/lib/platform/roles'
import type { Actor } from '@/lib/platform/scope'
import type { Clue } from '@/prisma/generated/client'
import { clueAudience } from '../rules/audience'
import { isDomainOn } from '../rules/dictionaries'
import { penaltyErrors } from '../rules/penalty'
import { type ClueState, type EnterInput, type ReferInput } from '../schema'
import { indexClue } from './subject'

export type Sender = { readonly id: string; readonly kind: UnitKind; readonly regionCode: string; readonly name: string; readonly shortName: string }

/** The office of the sender's region: clues go to the one at the same level (办案规则 13). */
export async function findReceiver(tx: Tx, regionCode: string): Promise<{ id: string; name: string }> {
  const unit = await tx.unit.findFirst({ where: { regionCode, kind: 'procuratorate', active: true }, select: { id: true, name: true } })
  if (!unit) throw refuse('clues.refuse.noReceiver')
  return unit
}

export async function requireUnit(tx: Tx, id: string): Promise<Sender> {
  const unit = await tx.unit.findFirst({ where: { id, active: true }, select: { id: true, kind: true, regionCode: true, name: true, shortName: true } })
  if (!unit) throw notFound()
  return unit as Sender
}

/** What a story must satisfy whoever tells it. */
export async function checkStory(tx: Tx, sender: Sender, input: ReferInput | EnterInput, day: LocalDate): Promise<void> {
  const errors: FieldErrors = { ...penaltyErrors((await mainLineTermsOn(tx, sender.regionCode, day)).wantsPenaltyData(sender.kind), input) }
  if (!isDomainOn(input.domain, day)) errors.domain = 'clues.refuse.domainNotInForce'
  const found = await tx.unit.count({ where: { id: { in: input.unitIds }, active: true, kind: { notIn: ['procuratorate', 'court'] } } })
  if (found !== new Set(input.unitIds).size) errors.unitIds = 'errors.field.choose'
  if (Object.keys(errors).length > 0) throw invalid(errors)
}

/** Columns a story fills, the same for a new clue and for one referred again. */
export const storyColumns = (input: ReferInput | EnterInput) => ({
  title: input.title, source: input.source, sourceDetail: input.sourceDetail ?? '', domain: input.domain,
  discoveredOn: dateColumn(input.discoveredOn), place: input.place, facts: input.facts, harm: input.harm,
  urgent: input.urgent ?? false, sensitivity: input.sensitivity, penaltyKnown: input.penaltyKnown,
  ...(input.penaltyKnown === 'yes' && input.penalty ? { penalty: json(input.penalty) } : {}),
  relatedJudgment: input.relatedJudgment ?? null, materials: linesOf(input.materials), measuresTaken: input.measuresTaken ?? '',
})

type NewClue = {
  readonly actor: Actor
  readonly now: Date
  readonly today: LocalDate
  readonly sender: Pick<Sender, 'id'>
  readonly receiver: { readonly id: string; readonly regionCode: string }
  readonly state: ClueState
  readonly columns: ReturnType<typeof storyColumns>
  readonly unitIds: readonly string[]
  readonly fileIds: readonly string[]
  readonly more?: Partial<Pick<Clue,
    'referredOn' | 'registeredOn' | 'handlerId' | 'major' | 'onBehalfOfUnitId' | 'relapseOfCaseId' | 'lateReason' | 'transferredFromId'>>
}

export async function createClue(tx: Tx, given: NewClue): Promise<Clue> {
  const { actor, now, today, sender, receiver, state, columns, unitIds, fileIds, more = {} } = given
  const id = newId()
  const audience = clueAudience({ senderUnitId: sender.id, receiverUnitId: receiver.id }, state)
  const clue = await tx.clue.create({
    data: {
      ...columns, ...more, id, regionCode: receiver.regionCode, number: await nextRecordNumber(tx, receiver.id, 'clue', today),
      senderUnitId: sender.id, receiverUnitId: receiver.id, enteredById: actor.userId, status: state, version: 1,
      audience, createdAt: now, updatedAt: now,
      units: { create: [...new Set(unitIds)].map((unitId) => ({ unitId })) },
    },
  })
  await attachFiles(tx, fileIds, { subject: { type: 'clue', id }, audience, actor })
  await indexClue(tx, id)
  return clue
}

/** Uploads of a story with the penalty decision, if there is one. */
export const filesOf = ({ fileIds, penalty, penaltyKnown }: ReferInput | EnterInput): string[] => [
  ...(fileIds ?? []), ...(penaltyKnown === 'yes' && penalty?.fileId ? [penalty.fileId] : []),
]

/** Materials as papers list them: what was typed, then the names of the files. */
export async function listMaterials(tx: Tx, clue: Pick<Clue, 'id' | 'materials'>): Promise<string[]> {
  const files = await tx.storedFile.findMany({
    where: { subjectType: 'clue', subjectId: clue.id }, orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }], select: { name: true },
  })
  return [...clue.materials, ...files.map(({ name }) => name)]
}

/** The clock of the opinion's article as it stood on the day of discovery, where it binds this body. */
export async function referralClock(tx: Tx, sender: Sender, discoveredOn: LocalDate): Promise<{ flags: string[]; amounts: Record<string, number> }> {
  const days = (await mainLineTermsOn(tx, sender.regionCode, discoveredOn)).referralDays(sender.kind)
  return days === null ? { flags: [], amounts: {} } : { flags: ['limited'], amounts: { 'clue.refer': days } }
}
