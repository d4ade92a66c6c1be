import { describe, expect, test } from 'vitest'
import { casePolicy, type CaseRow } from '@/lib/cases/policy'
import { caseAudience, conclusionObstacle, extensionObstacle, toProposal, unmetDemands, wantsLookBack } from '@/lib/cases/rules'
import type { Role } from '@/lib/platform/roles'
import type { Actor } from '@/lib/platform/scope'

const parties = { procuratorateId: 'p', agencyId: 'a' }

describe('who sees a case', () => {
  const readers = ['b:990102']
  test('the office alone until the decision is served, readers of letters once one went out', () => {
    expect(caseAudience({ ...parties, served: false, letterSent: false, letterReaders: readers })).toEqual(['u:p'])
    expect(caseAudience({ ...parties, served: true, letterSent: false, letterReaders: readers })).toEqual(['u:p', 'u:a'])
    expect(caseAudience({ ...parties, served: true, letterSent: true, letterReaders: readers })).toEqual(['u:p', 'u:a', 'b:990102'])
  })
})

describe('the ground that the agency performed in full', () => {
  const met = { ordinal: 1, verdict: 'met' }
  const ground = 'dutyPerformed' as const
  test.each([
    [[met], null],
    [[met, { ordinal: 2, verdict: 'partly' }], 'unverified'],
    [[met, { ordinal: 2, verdict: null }], 'unverified'],
    [[], 'unverified'],
  ])('demands %j → %s', (demands, obstacle) => {
    expect(conclusionObstacle({ ground, demands, consultations: 3 })).toBe(obstacle)
  })

  test('without a letter stands on a consultation', () => {
    expect(conclusionObstacle({ ground, demands: null, consultations: 1 })).toBeNull()
    expect(conclusionObstacle({ ground, demands: null, consultations: 0 })).toBe('noConsultation')
  })

  test('is the only one that asks for checks, and names what is open', () => {
    expect(conclusionObstacle({ ground: 'interestProtected', demands: [{ ordinal: 1, verdict: null }], consultations: 0 })).toBeNull()
    expect(unmetDemands([met, { ordinal: 2, verdict: 'notMet' }, { ordinal: 3, verdict: null }])).toEqual([2, 3])
  })
})

test('a second extension is the superior’s, a third nobody’s', () => {
  expect([extensionObstacle(0, 'chief'), extensionObstacle(0, 'superior')]).toEqual([null, 'chiefFirst'])
  expect([extensionObstacle(1, 'superior'), extensionObstacle(1, 'chief')]).toEqual([null, 'superiorOnly'])
  expect(extensionObstacle(2, 'superior')).toBe('noMore')
})

test('nothing was wrong, so nothing is looked back at', () => {
  expect(wantsLookBack('noIllegality')).toBe(false)
  expect(wantsLookBack('dutyPerformed')).toBe(true)
})

test('a kept proposal that is none is refused', () => {
  expect(toProposal(null)).toBeNull()
  expect(() => toProposal({ kind: 'conclusion' })).toThrow()
})

describe('rights', () => {
  const actor = (roles: Role[], over: Partial<Actor> = {}): Actor => ({
    userId: 'x', login: 'x', name: 'x', post: '', unitId: 'p', unitName: '', unitKind: 'procuratorate', regionCode: '990101', regionName: '',
    roles, actingFor: null, standsFor: [], inferiorUnitIds: [], engagementIds: [], sessionId: null, sourceAddress: null, ...over,
  })
  const row: CaseRow = {
    id: 'c', regionCode: '990101', status: 'following', version: 1, audience: [], ...parties, leadProsecutorId: 'x', memberIds: ['x'], proposal: null, lateEntry: false,
  }
  const may = (who: Actor, step: string, of = row) => casePolicy(who, step, of).allow

  test('belong to the team, not to the role', () => {
    expect(may(actor(['prosecutor']), 'addEvidence')).toBe(true)
    expect(casePolicy(actor(['prosecutor'], { userId: 'y' }), 'addEvidence', row)).toMatchObject({ allow: false, reason: 'cases.deny.team' })
  })

  test('of another office or of the agency do not show', () => {
    expect(casePolicy(actor(['chiefProsecutor'], { unitId: 'q' }), 'conclude', row)).toMatchObject({ allow: false, hidden: true })
    expect(casePolicy(actor(['liaison'], { unitId: 'a', unitKind: 'agency' }), 'conclude', row)).toMatchObject({ hidden: true })
    expect(may(actor(['liaison'], { unitId: 'a', unitKind: 'agency' }), 'follow')).toBe(true)
  })

  test('the team is changed by its lead, the head or case management', () => {
    expect(may(actor(['prosecutor'], { userId: 'y' }), 'setTeam')).toBe(false)
    expect(may(actor(['departmentHead'], { userId: 'y' }), 'setTeam')).toBe(true)
  })
})
