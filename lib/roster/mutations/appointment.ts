import type { z } from 'zod'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { listDomains } from '@/lib/clues/rules/dictionaries'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { countOpenWork, isLoaded } from '@/lib/handovers/data'
import { dateColumn, localDate, now } from '@/lib/platform/clock'
import { invalid, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import { personToken, regionToken, unitToken, type Actor } from '@/lib/platform/scope'
import type { Tx } from '@/lib/platform/db'
import { findAppointment, type AppointmentRecord } from '../data/appointment'
import { hostKinds, kindsProposedBy, rosterKindOf, secondedRoles, type RosterKind } from '../rules/kinds'
import type { acceptInput, appraiseInput, endInput, proposeInput, refuseInput, renewInput, withdrawInput } from '../schema/appointment'

type On<Schema extends z.ZodType> = StepContext<AppointmentRecord, z.infer<Schema>>
type Proposal = z.infer<typeof proposeInput>

export const appointmentSubject: Subject<AppointmentRecord> = {
  type: 'appointment',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM appointment WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findAppointment(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.appointment.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type Known = Pick<AppointmentRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'unitId' | 'hostId'>
const outcomeOf = (row: Known, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { home: row.unitId, host: row.hostId }, ...more,
})

async function hostOf(tx: Tx, actor: Actor, kind: RosterKind, { hostId, role }: Proposal): Promise<string> {
  const where = { regionCode: actor.regionCode, active: true, id: { not: actor.unitId } }
  if (kind.decides === 'procuratorate') {
    const office = await tx.unit.findFirst({ where: { ...where, kind: 'procuratorate' }, select: { id: true } })
    if (!office) throw refuse('roster.refuse.noOffice')
    return office.id
  }
  const host = hostId ? await tx.unit.findFirst({ where: { AND: [where, { id: hostId, kind: { in: [...hostKinds] } }] }, select: { id: true, kind: true } }) : null
  if (!host) throw invalid({ hostId: 'errors.field.choose' })
  if (!role || !secondedRoles(host.kind as UnitKind).includes(role)) throw invalid({ role: 'errors.field.choose' })
  return host.id
}

async function personOf(tx: Tx, { unitId }: Actor, kind: RosterKind, { personId, personName }: Proposal) {
  if (personId) {
    const user = await tx.user.findFirst({ where: { id: personId, unitId, active: true }, select: { name: true } })
    if (!user) throw invalid({ personId: 'errors.field.choose' })
    return { personId, personName: user.name }
  }
  if (kind.seconded) throw invalid({ personId: 'errors.field.required' })
  if (!personName) throw invalid({ personName: 'roster.invalid.holder' })
  return { personId: null, personName }
}

/** 推荐: by the person's own body. */
export async function propose({ tx, actor, scope, input, today, now: at }: StepContext<never, Proposal>): Promise<Outcome> {
  const kind = kindsProposedBy(actor.unitKind).find(({ key }) => key === input.kind)
  if (!kind) throw invalid({ kind: 'errors.field.choose' })
  if (!listDomains().some(({ key }) => key === input.domain)) throw invalid({ domain: 'errors.field.choose' })
  if (input.toOn < input.fromOn || input.toOn < today) throw invalid({ toOn: 'errors.field.order' })
  const [hostId, person] = [await hostOf(tx, actor, kind, input), await personOf(tx, actor, kind, input)]
  if (kind.seconded) await requireFree(tx, scope, person.personId!)
  const { post, domain, speciality, reason, fromOn, toOn, role, tasks } = input
  const row = await tx.appointment.create({
    data: {
      ...person, id: newId(), regionCode: actor.regionCode, kind: kind.key, title: `${person.personName} ${post}`, unitId: actor.unitId, hostId, post, domain, speciality, reason,
      role: kind.seconded ? role! : null, tasks: tasks ?? null, fromOn: dateColumn(fromOn), toOn: dateColumn(toOn), status: 'proposed',
      audience: [unitToken(actor.unitId), unitToken(hostId), ...(person.personId ? [personToken(person.personId)] : [])], createdAt: at, updatedAt: at,
    },
  })
  return outcomeOf(row, { after: { kind: kind.key, hostId, fromOn, toOn } })
}

/** Nobody leaves work behind that rests with nobody. */
async function requireFree(tx: Tx, scope: On<typeof acceptInput>['scope'], personId: string): Promise<void> {
  if (isLoaded(await countOpenWork(scope, personId, tx))) throw refuse('roster.refuse.openWork')
}

export async function accept({ tx, scope, row, input, today, take }: On<typeof acceptInput>): Promise<Outcome> {
  const [fromOn, toOn] = [input.fromOn ?? localDate(row.fromOn), input.toOn ?? localDate(row.toOn)]
  if (toOn < fromOn || toOn < today) throw invalid({ toOn: 'errors.field.order' })
  const seconded = rosterKindOf(row.kind).seconded
  if (seconded) {
    if (fromOn < today) throw invalid({ fromOn: 'roster.invalid.begun' })
    await requireFree(tx, scope, row.personId!)
    await take('user.second', row.personId, { unitId: row.hostId, role: row.role, fromOn, toOn })
  }
  const audience = [...row.audience, regionToken(row.regionCode)]
  await tx.appointment.update({ where: { id: row.id }, data: { audience, fromOn: dateColumn(fromOn), toOn: dateColumn(toOn), decidedOn: dateColumn(today) } })
  return outcomeOf({ ...row, audience }, { tell: row.personId ? [row.personId] : [], after: { fromOn, toOn } })
}

export async function refuseProposal({ tx, row, input, today }: On<typeof refuseInput>): Promise<Outcome> {
  await tx.appointment.update({ where: { id: row.id }, data: { answer: input.reason, decidedOn: dateColumn(today) } })
  return outcomeOf(row, { after: { reason: input.reason } })
}

export async function withdraw({ tx, row, input }: On<typeof withdrawInput>): Promise<Outcome> {
  await tx.appointment.update({ where: { id: row.id }, data: { endReason: input.reason } })
  return outcomeOf(row, { after: { reason: input.reason } })
}

/** Where rights hang on the term, they move with its last day. */
async function moveTerm({ tx, row, take }: Pick<On<typeof endInput>, 'tx' | 'row' | 'take'>, lastOn: string, reason: string | null): Promise<void> {
  const [fromOn, toOn] = [localDate(row.fromOn), localDate(row.toOn)]
  if (rosterKindOf(row.kind).seconded) await take('user.moveSecondment', row.personId, { unitId: row.hostId, fromOn, toOn, lastOn })
  await tx.appointment.update({ where: { id: row.id }, data: { toOn: dateColumn(lastOn), ...(reason ? { endReason: reason } : {}) } })
}

/** Only while it runs: what has ended is proposed anew. */
export async function renew(context: On<typeof renewInput>): Promise<Outcome> {
  const { row, input, today } = context
  const toOn = localDate(row.toOn)
  if (toOn < today) throw refuse('roster.refuse.over')
  if (input.toOn <= toOn) throw invalid({ toOn: 'errors.field.order' })
  await moveTerm(context, input.toOn, null)
  return outcomeOf(row, { before: { toOn }, after: input })
}

export async function end(context: On<typeof endInput>): Promise<Outcome> {
  const { row, input, today } = context
  if (input.lastOn < addDays(today, -1) || input.lastOn > localDate(row.toOn)) throw invalid({ lastOn: 'errors.field.order' })
  await moveTerm(context, input.lastOn, input.reason)
  return outcomeOf(row, { tell: row.personId ? [row.personId] : [], before: { toOn: localDate(row.toOn) }, after: input })
}

export async function appraise({ tx, row, input }: On<typeof appraiseInput>): Promise<Outcome> {
  await tx.appointment.update({ where: { id: row.id }, data: { appraisal: input.appraisal } })
  return outcomeOf(row)
}
