import { cookies } from 'next/headers'
import { isHttps } from './env'

// Taken away by the script of the page that told it (components/shell/step-done); without scripts it ends by itself.
const cookie = 'gongyi.done'
const seconds = 10
const shape = /^([A-Za-z]+\.[A-Za-z]+) ([0-9a-f-]{36})$/

export type StepDone = { readonly step: string; readonly requestId: string }

/** Tells the page a step leads to what was just done. */
export async function tellStepDone({ step, requestId }: StepDone): Promise<void> {
  ;(await cookies()).set(cookie, `${step} ${requestId}`, { path: '/', maxAge: seconds, sameSite: 'lax', secure: isHttps() })
}

export async function findStepDone(): Promise<StepDone | null> {
  const [, step, requestId] = shape.exec((await cookies()).get(cookie)?.value ?? '') ?? []
  return step && requestId ? { step, requestId } : null
}
