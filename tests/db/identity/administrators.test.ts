import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, loadActor, newId, settle, userIdOf } from './ground'

const { listFeatures } = await import('@/lib/engine/procedure/registry')
const { offerSteps } = await import('@/lib/engine/procedure/offer')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
const { administrators } = await import('@/lib/platform/roles')

beforeAll(settle)
afterAll(() => db.$disconnect())

/** What the three administer. Every other procedure is business, also one that does not exist yet. */
const own = ['region', 'unit', 'user', 'calendar', 'setting', 'noticeDelivery', 'rosterImport']
/** Who works in whose place: recorded by the people themselves, or for them by an administrator, who thereby does none of the work. */
const places = ['handover', 'absence', 'delegation']
const administration = [...own, ...places]
const people = ['liyuan.admin', 'liyuan.security', 'liyuan.audit', 'province.admin', 'province.security', 'province.audit']
const isAdministrator = (role: string) => (administrators as readonly string[]).includes(role)
const steps = listFeatures().flatMap((feature) => Object.entries(feature.procedure.steps).map(([key, step]) => ({ feature, key, step, business: !administration.includes(feature.procedure.name) })))

test('no step belongs to business and to administration at once', () => {
  // Work goes over with its people, and a liaison who is named keeps a promise of the unit: consequences, taken by no administrator.
  const handedOn = (key: string, nested?: boolean) => nested === true && ['handOver', 'keepByStep'].includes(key)
  // A secondment both bodies agreed to grants its role for its term, and no role that decides: a consequence nobody takes by itself.
  const agreed = (key: string, nested?: boolean) => nested === true && ['second', 'moveSecondment'].includes(key)
  const wrong = steps.filter(({ feature, key, step, business }) =>
    business ? step.by.some(isAdministrator) && !handedOn(key, step.nested) : own.includes(feature.procedure.name) && !step.by.every(isAdministrator) && !agreed(key, step.nested))
  expect(wrong.map(({ feature, key }) => `${feature.procedure.name}.${key}`)).toEqual([])
  expect(steps.filter(({ business }) => business).length).toBeGreaterThan(60)
})

test('no administrator takes any step of business, whatever is sent along; none is offered', async () => {
  const taken: string[] = []
  let tried = 0
  for (const login of people) {
    const actor = await loadActor(userIdOf(login))
    expect(actor.roles.every(isAdministrator), login).toBe(true)
    for (const { feature, key, step } of steps.filter(({ business }) => business)) {
      const name = `${feature.procedure.name}.${key}`
      const answer = await takeStep(actor, name, step.from === 'new' ? null : newId(), {}, { requestId: newId() })
      tried += 1
      if (answer.ok) taken.push(`${login} ${name}`)
    }
    for (const feature of listFeatures().filter(({ procedure }) => !administration.includes(procedure.name)))
      if (offerSteps(feature, actor, null).length > 0) taken.push(`${login} may begin ${feature.procedure.name}`)
  }
  expect(taken).toEqual([])
  expect(tried).toBeGreaterThan(300)
})

test('each of the three keeps to the own part', () => {
  const of = (role: string) => steps.filter(({ step }) => step.by.some((each) => each === role)).map(({ feature, key }) => `${feature.procedure.name}.${key}`)
  expect(of('auditAdmin')).toEqual([])
  const shared = of('systemAdmin').filter((name) => of('securityAdmin').includes(name))
  expect(shared).toEqual(['user.askFactorReset', 'user.grantFactorReset', 'user.refuseFactorReset', 'calendar.publish', 'setting.confirm', 'setting.refuse'])
  expect(of('securityAdmin').filter((name) => !shared.includes(name))).toEqual(['user.grantRole', 'user.endRole'])
})
