import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StepDescription } from '@/lib/engine/procedure/describe'
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
    expect(steps.flatMap(({ clocks }) => clocks.starts).filter(({ rule }) => !findRule(rule, '2026-11-22')?.amount).map(({ rule }) => rule)).toEqual([])
    expect(steps.flatMap(({ paper }) => paper).filter(({ kind }) => !templates.includes(kind)).map(({ kind }) => kind)).toEqual([])
  })

  test('a duty that a step satisfies, pauses or resumes is started by some step', () => {
    const started = new Set(steps.flatMap(({ clocks }) => clocks.starts.map(({ duty }) => duty)))
    const used = steps.flatMap(({ clocks }) => [...clocks.satisfies, ...clocks.pauses, ...clocks.resumes, ...clocks.extends, ...clocks.reopens, ...clocks.recounts])
    expect([...new Set(used)].filter((duty) => !started.has(duty))).toEqual([])
  })

  test('every state but a final one can be left', () => {
    const left = new Set(steps.flatMap(({ procedure, from, to }) => (to.length > 0 ? from.map((state) => `${procedure}.${state}`) : [])))
    const reached = new Set(steps.flatMap(({ procedure, to }) => to.map((state) => `${procedure}.${state}`)))
    const stuck = [...reached].filter((state) => !left.has(state))
    expect(stuck.sort()).toEqual([
      'absence.ended', 'calendar.published', 'case.concluded', 'clue.declined', 'clue.merged', 'clue.opened', 'clue.transferred', 'delegation.revoked', 'filing.answered', 'filing.noted', 'handling.closed', 'handling.withdrawn', 'handover.made',
      'lookBack.held', 'lookBack.relapsed', 'noticeDelivery.waiting', 'recommendation.closed', 'recommendation.withdrawn', 'region.active', 'rosterImport.dropped', 'rosterImport.entered', 'setting.inForce',
      'superiorRequest.granted', 'superiorRequest.refused', 'supervision.closed',
    ])
  })
})
