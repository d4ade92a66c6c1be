import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Comparison } from '@/tests/support/every-step/comparison'
import { db, holdClock } from '@/tests/support/every-step/stage'

const { compareSteps } = await import('@/tests/support/every-step/comparison')
const clues = await import('@/tests/support/every-step/clues')
const letters = await import('@/tests/support/every-step/letters')
const charters = await import('@/tests/support/every-step/charters')
const cooperation = await import('@/tests/support/every-step/cooperation')
const administration = await import('@/tests/support/every-step/administration')
const meetings = await import('@/tests/support/every-step/meetings')
const bulletins = await import('@/tests/support/every-step/bulletins')
const { exchange } = await import('@/tests/support/every-step/exchange')
const { outcomes } = await import('@/tests/support/every-step/outcomes')
const { powers } = await import('@/tests/support/every-step/powers')
const { families } = await import('@/tests/support/every-step/case-families')
const { undertakings } = await import('@/tests/support/every-step/undertakings')
const roster = await import('@/tests/support/every-step/roster')
const { describeProcedures } = await import('@/lib/engine/procedure/describe')
const { newId } = await import('@/lib/platform/id')
const { verifyAudit } = await import('@/lib/platform/audit')

let found: Comparison

beforeAll(async () => {
  const first = await clues.courtsClue()
  await clues.movedClue()
  await clues.enteredClues()
  await administration.people()
  await administration.lists()
  await administration.settings()
  await administration.deliveries()
  await meetings.tasks()
  await meetings.observers()
  await meetings.meetings(await meetings.proposals())
  await bulletins.bulletins()
  await exchange()
  const lookBacks = await letters.fullLetter(first)
  await outcomes(first)
  await letters.urgentLetter(await clues.agencysCase('2026-03-26'))
  await letters.withdrawnLetters(await clues.agencysCase('2026-03-27'))
  await letters.withoutLetter(await clues.agencysCase('2026-03-28'))
  await letters.lateCases()
  await families()
  await letters.lookBacks(lookBacks)
  await cooperation.lettersBetweenBodies()
  await undertakings()
  await powers()
  await roster.groups()
  await roster.people()
  await administration.comingAndGoing()
  await administration.calendar()
  await charters.opinions()
  found = await compareSteps()
}, 420_000)
afterAll(async () => {
  holdClock(null)
  await db.$disconnect()
})

test('every step of every procedure was taken', () => {
  const declared = describeProcedures().map(({ procedure, step }) => `${procedure}.${step}`)
  expect(declared.filter((name) => !found.taken.has(name))).toEqual([])
  expect(declared.length).toBeGreaterThan(90)
})

describe('what each step left is what it declares', () => {
  test('one line in the chain, in the right states, by one of its roles', () => expect(found.lines).toEqual([]))
  test('every move of a record counts its version once', () => expect(found.versions).toEqual([]))
  test('clocks started, satisfied, paused, resumed, extended, cancelled', () => expect(found.clocks).toEqual([]))
  test('papers issued, with and without a number', () => expect(found.papers).toEqual([]))
  test('notices queued', () => expect(found.notices).toEqual([]))
  // No shipped charter binds a court by days; a place whose charter does has the clock.
  const otherCharters = ['clue.approveReferral starts clue_transfer_local clue.refer', 'clue.approveReferral satisfy clue.refer']
  test('nothing is declared that never happens', () => expect(found.neverSeen).toEqual(otherCharters))
})

test('the chain holds from the first step to the last', async () => expect(await verifyAudit()).toMatchObject({ ok: true }))

test('a clock stopped or a paper issued behind the declaration is found', async () => {
  const line = await db.auditEvent.findFirstOrThrow({ where: { action: 'case.recordConsultation', result: 'done' } })
  const clock = await db.deadline.findFirstOrThrow({ where: { subjectId: line.subjectId! } })
  await db.deadlineEvent.create({ data: { id: newId(), deadlineId: clock.id, verb: 'satisfy', onDate: line.at, detail: {}, at: line.at } })
  const paper = await db.paper.findFirstOrThrow({ where: { kind: 'filingDecision', subjectId: line.subjectId! } })
  await db.paper.create({ data: { ...paper, data: {}, id: newId(), createdAt: line.at } })
  const spoilt = await compareSteps()
  expect(spoilt.clocks).toContain(`case.recordConsultation: satisfy ${clock.duty} is not declared`)
  expect(spoilt.papers).toContain('case.recordConsultation: filingDecision is not declared')
})
