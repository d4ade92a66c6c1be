import { takeStep, type StepAnswer } from '@/lib/engine/procedure/take-step'
import { loadActor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/id'
import type { Actor } from '@/lib/platform/scope'
import { userIdOf } from '@/prisma/seed/fixture'
import '@/lib/procedures'

/** A step the system refused: the story asks for something the procedure does not allow. */
export class Refused extends Error {
  constructor(readonly login: string, readonly step: string, readonly answer: Extract<StepAnswer, { ok: false }>) {
    super(`${login} ${step}: ${[answer.code, answer.reason, JSON.stringify(answer.fields ?? answer.params ?? {})].filter(Boolean).join(' ')}`)
  }
}

/** The person of a sign-in as they are at the held moment. */
export const person = (login: string): Promise<Actor> => loadActor(userIdOf(login))

export const nameOf = async (login: string): Promise<string> => (await person(login)).name

const mostTries = 3

/** Takes a step as this person, through the same door as a page does; answers the record's id. */
export async function act(login: string, step: string, id: string | null, input: unknown = {}): Promise<string> {
  const actor = await person(login)
  const requestId = newId()
  for (let tries = 1; ; tries += 1) {
    const answer = await takeStep(actor, step, id, input, { requestId })
    if (answer.ok) return answer.id
    // A slow machine may say so; the same request is asked again, as a person would.
    if (answer.code !== 'busy' || tries === mostTries) throw new Refused(login, step, answer)
  }
}
