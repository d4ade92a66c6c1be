import { afterAll, expect, test } from 'vitest'
import { closing, conclusion, db, done, evidence, investigated, makeClue, opened, person, service, settle, take } from './ground'

const { findCase } = await import('@/lib/cases/data/record')
const { scopeOf } = await import('@/lib/platform/scope')
const { storeScan } = await import('@/prisma/seed/play/files')

afterAll(() => db.$disconnect())

const lead = 'liyuan.prosecutor'

test('a conclusion tells the political, the legal and the social effect apart, with something that shows them [S2-58]', async () => {
  settle()
  const id = await opened(await makeClue())
  await done(lead, 'case.serveDecision', id, service('2026-05-11'))
  await done(lead, 'case.addEvidence', id, { ...evidence, obtainedOn: '2026-05-11' })
  await done(lead, 'case.waiveConsultation', id, { reason: '情况紧急，不宜磋商。' })
  await done(lead, 'case.closeInvestigation', id, closing('conclude'))
  const { politicalEffect, legalEffect, socialEffect, ...bare } = conclusion('interestProtected')
  expect(await take(lead, 'case.proposeConclusion', id, { ...bare, legalEffect })).toMatchObject({
    fields: { politicalEffect: 'errors.field.required', socialEffect: 'errors.field.required' },
  })
  const all = { ...bare, politicalEffect, legalEffect, socialEffect }
  expect(await take(lead, 'case.proposeConclusion', id, all)).toMatchObject({ fields: { effectFileIds: 'cases.refuse.noProof' } })
  const file = await storeScan(lead, '受益证明', ['受益证明'])
  await done(lead, 'case.proposeConclusion', id, { ...all, effectFileIds: [file] })
  await done('liyuan.head', 'case.reviewConclusion', id, { opinion: '同意。' })
  await done('liyuan.chief', 'case.conclude', id, { opinion: '同意终结。' })
  const seen = async (login: string) => findCase(scopeOf(await person(login)), id)
  expect(await seen(lead)).toMatchObject({ politicalEffect, legalEffect, socialEffect, effectFileIds: [file] })
  // The office's own account: the agency has the decision.
  expect(await seen('liyuan.water.liaison')).toMatchObject({ politicalEffect: null, legalEffect: null, socialEffect: null, effectFileIds: [] })
  // Where there was no illegality there is no effect to tell.
  await done(lead, 'case.proposeConclusion', await investigated('conclude'), { ...bare, ground: 'noIllegality' })
})
