import { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { changedRows, readRows } from '@/tests/support/rows'
import { database, db, newId, person, take } from '../clues/ground'

// The people and clues of the demo, and a procedure of the test's own whose effects go wrong on purpose.
const { declareProcedure, practice } = await import('@/lib/engine/procedure/declare')
const { allow, defineFeature } = await import('@/lib/engine/procedure/feature')
const { registerFeature } = await import('@/lib/engine/procedure/registry')
const { refuse } = await import('@/lib/platform/errors')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
const { Failure } = await import('@/lib/platform/errors')

type Inner = { readonly step: string; readonly id: string | null; readonly input: unknown }
type Context = { take: (...of: unknown[]) => Promise<{ id: string }>; input: { inner: Inner[]; end: string } }

const steps = z.object({
  inner: z.array(z.object({ step: z.string(), id: z.string().nullable(), input: z.record(z.string(), z.unknown()) })),
  end: z.enum(['throw', 'refuse', 'quiet']),
})

registerFeature(defineFeature({
  procedure: declareProcedure({
    name: 'trial', states: ['over'], final: ['over'],
    steps: {
      take: { from: 'new', to: ['over'], by: ['courtClerk', 'chiefProsecutor'], basis: [practice('test')], input: steps },
      hidden: { from: 'new', to: ['over'], by: ['courtClerk'], basis: [practice('test')], input: z.object({}), nested: true },
    },
  }),
  subject: { type: 'trial', lock: async () => null, move: async () => 1 },
  policy: () => allow,
  effects: {
    take: async ({ take: takeInner, input }: Context): Promise<Outcome> => {
      for (const { step, id, input: given } of input.inner) await takeInner(step, id, given)
      if (input.end === 'throw') throw new Error('the effect broke')
      if (input.end === 'refuse') throw refuse('clues.refuse.noReceiver')
      return { id: newId(), regionCode: '990101', title: 'trial', audience: [] }
    },
    hidden: async (): Promise<Outcome> => ({ id: newId(), regionCode: '990101', title: 'hidden', audience: [] }),
  },
  href: () => '/',
}))

export { Failure }
export * from '../clues/ground'

/** Rows touched by this work, table by table. */
export async function touchedBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await readRows(database.ownerUrl)
  await work()
  return changedRows(before, await readRows(database.ownerUrl))
}

export const requestsOf = async (login: string) => db.requestRecord.count({ where: { actorId: (await person(login)).userId } })

/** As a page sends it: with the version the person was looking at. */
export async function takeSeen(login: string, step: string, id: string | null, input: unknown, version: number, requestId = newId()) {
  return takeStep(await person(login), step, id, input, { requestId, version })
}

export const trial = (login: string, inner: Inner[], end: 'throw' | 'refuse' | 'quiet') => take(login, 'trial.take', null, { inner, end })

/** A promise that must reject, with its error; not a mere absence of an answer. */
export async function brokenBy(work: Promise<unknown>): Promise<Error> {
  try {
    await work
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('it did not break')
}
