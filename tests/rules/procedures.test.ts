import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StepDescription } from '@/lib/engine/procedure/describe'
import type { Role } from '@/lib/platform/roles'
import { messagesOf, type Locale } from '@/lib/platform/i18n'

process.env.DATABASE_URL ??= 'postgresql://localhost/none'

let steps: StepDescription[] = []
let written = ''
beforeAll(async () => {
  await import('@/lib/procedures')
  steps = (await import('@/lib/engine/procedure/describe')).describeProcedures()
  written = (await import('@/lib/engine/procedure/document')).procedureDocument(steps)
})

const at = (locale: Locale, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined), messagesOf(locale))

describe('procedures', () => {
  test('docs/procedures.md is what the declarations say', () => {
    expect(readFileSync('docs/procedures.md', 'utf8')).toBe(written)
  })

  test('a basis is written with the signs of Chinese', () => {
    const refs = [...steps.flatMap(({ basis }) => basis.map(({ ref }) => ref)), ...Object.values(at('zh-CN', 'procedure.basis') as Record<string, string>)]
    expect(refs.filter((ref) => /[\u4e00-\u9fff》][,;:!?(]|[,;:!?)](?:[\u4e00-\u9fff]|\{)/.test(ref))).toEqual([])
  })

  test.each(['zh-CN', 'en'] as const)('every step has its words in %s', (locale) => {
    const missing = steps.flatMap(({ procedure, step, nested, notices }) => [
      `${procedure}.${step}.name`, `${procedure}.${step}.done`,
      ...(nested ? [] : [`${procedure}.${step}.button`]),
      ...(notices.length > 0 ? [`${procedure}.${step}.notice`] : []),
    ]).filter((key) => typeof at(locale, key) !== 'string')
    expect(missing).toEqual([])
  })

  test.each(['zh-CN', 'en'] as const)('every state and every duty has its word in %s', (locale) => {
    const states = steps.flatMap(({ procedure, from, to }) => [...from, ...to].filter((state) => state !== 'new').map((state) => `${procedure}.states.${state}`))
    const duties = steps.flatMap(({ clocks }) => clocks.starts.map(({ duty }) => `duties.${duty}`))
    expect([...new Set([...states, ...duties])].filter((key) => typeof at(locale, key) !== 'string')).toEqual([])
  })

  test('every clock names a rule of the facts, every paper a template', async () => {
    const { findRule } = await import('@/lib/engine/deadlines/rules')
    const { readdirSync } = await import('node:fs')
    const templates = readdirSync('facts/templates').map((file) => file.replace(/\.md$/, ''))
    // How long a cycle is, each letter says itself.
    expect(steps.flatMap(({ clocks }) => clocks.starts).filter(({ rule }) => !findRule(rule, '2026-11-22')?.amount).map(({ rule }) => rule)).toEqual(['recurring_report'])
    expect(steps.flatMap(({ paper }) => paper).filter(({ kind }) => !templates.includes(kind)).map(({ kind }) => kind)).toEqual([])
  })

  test('a duty that a step satisfies, pauses or resumes is started by some step', () => {
    const started = new Set(steps.flatMap(({ clocks }) => clocks.starts.map(({ duty }) => duty)))
    const used = steps.flatMap(({ clocks }) => [...clocks.satisfies, ...clocks.pauses, ...clocks.resumes, ...clocks.extends, ...clocks.reopens, ...clocks.recounts])
    // Promises come up by the calendar, or by whichever step the opinion of the place names.
    expect([...new Set(used)].filter((duty) => !started.has(duty))).toEqual(['fulfilment.keep'])
  })

  // 代录 (practice 19): a body without an account is served through the whole line.
  const bodies: readonly Role[] = ['liaison', 'agencyHandler', 'legalReviewer', 'agencyLeader', 'bureauOfficer', 'governmentOfficer', 'courtClerk', 'judge']
  const offices: readonly Role[] = ['prosecutor', 'prosecutorAssistant', 'caseManager']

  test('what only other bodies do, an office enters from paper, or the declaration says why never', async () => {
    const { findStep } = await import('@/lib/engine/procedure/registry')
    const theirs = steps.filter(({ by }) => by.every((role) => bodies.includes(role as Role)))
    expect(theirs.length).toBeGreaterThan(14)
    const faults = theirs.flatMap(({ procedure, step, clocks, onPaper }) => {
      const name = `${procedure}.${step}`
      if (onPaper === null) return [`${name}: neither a way on paper nor a reason`]
      if ('never' in onPaper) return [...clocks.starts, ...clocks.satisfies].length > 0 && step !== 'approveReferral' ? [`${name}: an obligation has no way on paper`] : []
      const way = steps.find((each) => `${each.procedure}.${each.step}` === onPaper.step)
      const known = findStep(onPaper.step)?.step
      if (!way || !known) return [`${name}: no step ${onPaper.step}`]
      const fields = Object.keys(known.input.shape)
      const started = way.clocks.starts.map(({ duty }) => duty)
      const nested = steps.filter((each) => each.nested && each.by.some((role) => way.by.includes(role)))
      const satisfied = [way, ...nested].flatMap((each) => each.clocks.satisfies)
      return [
        ...(way.by.some((role) => offices.includes(role as Role)) ? [] : [`${name}: no office takes ${onPaper.step}`]),
        ...[onPaper.day, onPaper.signer, onPaper.scan].filter((field) => field !== null && !fields.includes(field)).map((field) => `${onPaper.step}: no field ${field}`),
        ...clocks.starts.filter(({ duty }) => !started.includes(duty)).map(({ duty }) => `${onPaper.step}: ${duty} does not start`),
        ...clocks.satisfies.filter((duty) => !satisfied.includes(duty)).map((duty) => `${onPaper.step}: ${duty} is not met`),
      ]
    })
    expect(faults).toEqual([])
  })

  test('what another body owes by a clock can be met by an office, on the day it truly was', async () => {
    const { findStep } = await import('@/lib/engine/procedure/registry')
    const owed = new Set(steps.flatMap(({ clocks }) => clocks.starts.filter(({ owedBy }) => owedBy === 'agency' || owedBy === 'sender').map(({ duty }) => duty)))
    const entered = steps.filter(({ by }) => by.some((role) => offices.includes(role as Role)))
      .flatMap(({ procedure, step }) => findStep(`${procedure}.${step}`)?.step.clocks?.satisfies ?? []).filter(({ on }) => on !== undefined)
    expect(owed.size).toBeGreaterThan(3)
    expect([...owed].filter((duty) => !entered.some((each) => each.duty === duty))).toEqual([])
  })

  // 批量办理: a field asked once cannot differ from row to row.
  test('what is taken on many at once asks for nothing but what they share', async () => {
    const { findStep } = await import('@/lib/engine/procedure/registry')
    const { describeForm } = await import('@/lib/engine/procedure/form-fields')
    const bulk = steps.flatMap(({ procedure, step }) => {
      const declared = findStep(`${procedure}.${step}`)?.step
      return declared?.bulk ? [{ name: `${procedure}.${step}`, fields: describeForm(declared.input), shared: declared.bulk.shared }] : []
    })
    expect(bulk.map(({ name }) => name)).toEqual(expect.arrayContaining(['recommendation.signFor', 'clue.assign', 'noticeDelivery.resend']))
    expect(bulk.flatMap(({ name, fields, shared }) => [
      ...(['zh-CN', 'en'] as const).filter((locale) => typeof at(locale, `${name}.alone`) !== 'string').map((locale) => `${name}: ${locale} does not say what is done one by one`),
      ...fields.filter((field) => field.required && !shared.includes(field.name)).map((field) => `${name}: ${field.name} is asked for each`),
      ...shared.filter((each) => !fields.some((field) => field.name === each && !['file', 'files', 'group'].includes(field.input))).map((each) => `${name}: ${each} cannot be shared`),
    ])).toEqual([])
  })

  test('every state but a final one can be left', () => {
    const left = new Set(steps.flatMap(({ procedure, from, to }) => (to.length > 0 ? from.map((state) => `${procedure}.${state}`) : [])))
    const reached = new Set(steps.flatMap(({ procedure, to }) => to.map((state) => `${procedure}.${state}`)))
    const stuck = [...reached].filter((state) => !left.has(state))
    expect(stuck.sort()).toEqual([
      'absence.ended',
      'actionItem.cancelled',
      'actionItem.confirmed',
      'appointment.ended', 'appointment.refused', 'appointment.withdrawn',
      'attendance.absent',
      'attendance.present',
      'attendance.released',
      'attendance.standIn',
      'bulletin.closed', 'bulletin.discarded', 'bulletinReading.answered', 'calendar.published', 'calendarFeed.revoked',
      'case.concluded',
      'caseImport.dropped',
      'caseImport.entered',
      'charter.published',
      'charter.withdrawn',
      'charterQuestion.agreed',
      'clue.declined',
      'clue.merged',
      'clue.opened',
      'clue.transferred',
      'dataItem.withdrawn', 'dataRequest.ended', 'dataRequest.refused', 'dataRequest.withdrawn', 'delegation.revoked',
      'dutyCycle.accepted', 'dutyCycle.ended',
      'engagement.closed', 'engagement.declined', 'engagement.withdrawn',
      'filing.answered',
      'filing.noted',
      'fulfilment.kept',
      'fulfilment.waived',
      'groupSeat.abolished',
      'handling.closed',
      'handling.withdrawn',
      'handover.made',
      'importRow.entered',
      'issue.decided',
      'leadingGroup.dissolved',
      'letter.closed',
      'letter.withdrawn',
      'lookBack.held',
      'lookBack.relapsed',
      'meeting.adopted',
      'meeting.cancelled',
      'meeting.closed',
      'meeting.refused',
      'meeting.withdrawn',
      'noticeDelivery.waiting',
      'observerAttendance.attended',
      'observerAttendance.notTakenUp',
      'observerAttendance.takenUp',
      'outcome.rejected',
      'participation.ended',
      'participation.joined',
      'powerImport.dropped', 'powerImport.entered', 'powerItem.takenBack',
      'recommendation.closed',
      'recommendation.withdrawn',
      'region.active',
      'rosterImport.dropped',
      'rosterImport.entered',
      'setting.inForce',
      'setting.refused',
      'setting.withdrawn',
      'superiorRequest.granted', 'superiorRequest.refused', 'supervision.closed', 'undertaking.closed', 'undertaking.withdrawn',
    ])
  })
})
