import type { StepAhead, StepTaken, Watch } from '@/lib/engine/procedure/watch'
import { type LocalDate, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import { isId } from '@/lib/platform/id'
import { fulfilmentProcedure } from '../procedure/fulfilment'
import { kindsOf } from '../rules/groups'
import { obligationsOfStep, openFor } from './open'

const own = /^(charter|charterQuestion|fulfilment)\./

/** A place's opinion at work: gates hold a step up, occasions start a clock, what was promised is kept by the step itself. */
export const charterWatch: Watch = { before: holdAtGates, after: followStep }

async function holdAtGates({ tx, name, subject, row }: StepAhead): Promise<void> {
  if (own.test(name)) return
  for (const { kind, terms, article, charterTitle, title } of await obligationsOfStep(tx, row.regionCode, today(), name)) {
    if (kind !== 'gate' || terms.startStep !== name || !terms.keptBy) continue
    const passed = await tx.auditEvent.count({ where: { subjectType: subject.type, subjectId: subject.id, action: terms.keptBy, result: 'done' } })
    if (passed === 0) throw refuse('charters.refuse.gate', { charter: charterTitle, article, title })
  }
}

async function followStep(taken: StepTaken): Promise<string[]> {
  const { tx, actor, name, subject, outcome } = taken
  // A place itself goes by its code: no promise is made about it.
  if (own.test(name) || !isId(subject.id)) return []
  const day = outcome.dates?.heldOn ?? outcome.dates?.keptOn ?? today()
  // Whoever keeps the list of units names people for others: there the unit itself takes part, not its keeper.
  const unitIds = subject.type === 'unit' ? [subject.id] : [...new Set([actor.unitId, ...Object.values(outcome.parties ?? {})])]
  const told = await keepOwed(taken, unitIds, day)
  for (const obligation of await obligationsOfStep(tx, outcome.regionCode, today(), name)) {
    const { kind, terms } = obligation
    const about = { type: subject.type, id: subject.id, title: outcome.title }
    if (kind === 'event' && terms.startStep === name) {
      const opened = await openFor(tx, obligation, { unitIds, about, on: today(), audience: outcome.audience, actorId: actor.userId })
      told.push(...opened.map((id) => `owes ${id}`))
    }
    if ((kind === 'right' || kind === 'gate') && terms.startStep === name && kindsOf(obligation.owedBy).includes(actor.unitKind) && mayTake(actor, 'count') && holdsFlag(terms.keptWhen, outcome.flags)) {
      await taken.take('fulfilment.count', null, {
        obligationId: obligation.id, unitId: actor.unitId, type: about.type, recordId: about.id, title: about.title.slice(0, 200), audience: [...outcome.audience],
      })
      told.push(`counts ${obligation.key}`)
    }
  }
  return told
}

const mayTake = ({ roles }: StepTaken['actor'], key: 'keepByStep' | 'count') => fulfilmentProcedure.steps[key].by.some((role) => roles.includes(role))

const holdsFlag = (wanted: string | undefined, flags: readonly string[] = []) => wanted === undefined || flags.includes(wanted)

/** What is owed about this very record, and what the period asks of a unit that took part; of each promise the oldest first. */
async function keepOwed({ tx, actor, name, subject, outcome, take }: StepTaken, unitIds: readonly string[], day: LocalDate): Promise<string[]> {
  const told: string[] = []
  if (!mayTake(actor, 'keepByStep')) return told
  for (const id of await findOwed(tx, name, subject, outcome.regionCode, outcome.flags ?? [], unitIds)) {
    await take('fulfilment.keepByStep', id, { keptOn: day, type: subject.type, recordId: subject.id, title: outcome.title.slice(0, 200) })
    told.push(`keeps ${id}`)
  }
  return told
}

async function findOwed(tx: Tx, name: string, subject: { type: string; id: string }, regionCode: string, flags: readonly string[], unitIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (f.line_id, f.key, f.owed_by_unit_id, f.about_id) f.id
    FROM obligation o JOIN fulfilment f ON f.obligation_id = o.id
    WHERE o.watches && ARRAY[${name}]::text[] AND o.terms->>'keptBy' = ${name} AND f.status = 'owed' AND f.region_code = ${regionCode}
      AND (o.terms->>'keptWhen' IS NULL OR o.terms->>'keptWhen' = ANY(${[...flags]}::text[]))
      AND ((f.about_type = ${subject.type} AND f.about_id = ${subject.id}::uuid) OR (f.about_id IS NULL AND (o.terms->>'byAnyone' = 'true' OR f.owed_by_unit_id = ANY(${[...unitIds]}::uuid[]))))
    ORDER BY f.line_id, f.key, f.owed_by_unit_id, f.about_id, f.from_on, f.id`
  return rows.map(({ id }) => id)
}

