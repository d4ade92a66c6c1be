'use server'

import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { fieldErrors } from '@/lib/engine/procedure/field-errors'
import { findActor, findSignedIn } from '@/lib/platform/actor'
import { type AuditVerdict, verifyAudit } from '@/lib/platform/audit'
import { Failure, invalid } from '@/lib/platform/errors'
import { formToInput } from '@/lib/platform/form'
import { sameOrigin } from '@/lib/platform/origin'
import { requireRoom } from '@/lib/platform/rate-limit'
import { requireRecentProof } from '@/lib/platform/proof'
import { safePath } from '@/lib/platform/safe-path'
import type { Actor } from '@/lib/platform/scope'
import { beginFactor, confirmFactor, proveAgain, showFactor } from './mutations/factor'
import { changePassword } from './mutations/password'
import { endOtherSessions, endOwnSession } from './mutations/sessions'
import { createFirstAdministrator } from './mutations/setup'
import { changePasswordInput, codeInput, noInput, passwordInput, sessionInput, setupInput } from './schema'

export type FormState = {
  readonly message?: string
  readonly fields?: Readonly<Record<string, string>>
  /** What was typed, without the passwords. */
  readonly typed?: Readonly<Record<string, string>>
}

export async function changeOwnPassword(_: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(form, changePasswordInput, async (input) => {
    await changePassword(await atKeyboard(), input)
  })
  return state ?? redirect('/account?changed=1')
}

/** Who signed in, with everything but what the own account's pages provide. */
async function atKeyboard({ beforeCode = false } = {}): Promise<Actor> {
  const signedIn = await findSignedIn()
  if (!signedIn || (signedIn.due === 'code') !== beforeCode) throw new Failure('signedOut')
  await requireRoom('write', signedIn.actor.userId)
  return signedIn.actor
}

/** The second part of signing in. */
export async function showCode(next: string, _: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(form, codeInput, async ({ code }) => showFactor(await atKeyboard({ beforeCode: true }), code))
  return state ?? redirect(safePath(next))
}

/** Whoever has an authenticator shows a code of it before setting up another; all others have just signed in. */
export async function beginOwnFactor(_: FormState, form: FormData): Promise<FormState> {
  const has = (await findSignedIn())?.hasFactor ?? false
  const begin = async (code: string | null) => {
    const actor = await atKeyboard()
    await (code === null ? requireRecentProof(actor) : proveAgain(actor, { code, password: '' }))
    await beginFactor(actor)
  }
  const state = await (has ? attempt(form, codeInput, ({ code }) => begin(code)) : attempt(form, noInput, () => begin(null)))
  return state ?? redirect('/account/second-factor')
}

export async function confirmOwnFactor(_: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(form, codeInput, async ({ code }) => confirmFactor(await atKeyboard(), code))
  return state ?? redirect('/account?factor=1')
}

/** Back to the page that wanted a proof. */
export async function proveOnPage(next: string, _: FormState, form: FormData): Promise<FormState> {
  const state = (await findSignedIn())?.hasFactor
    ? await attempt(form, codeInput, async ({ code }) => proveAgain(await atKeyboard(), { code, password: '' }))
    : await attempt(form, passwordInput, async ({ current }) => {
        await proveAgain(await atKeyboard(), { code: '', password: current }).catch((error: unknown) => {
          throw error instanceof Failure && error.code === 'invalid' ? invalid({ current: 'identity.proof.wrong' }) : error
        })
      })
  return state ?? redirect(safePath(next))
}

export async function endSession(_: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(form, sessionInput, async ({ id }) => endOwnSession(await atKeyboard(), id))
  return state ?? redirect('/account/sign-ins')
}

export async function endSessionsElsewhere(_: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(form, noInput, async () => endOtherSessions(await atKeyboard()))
  return state ?? redirect('/account/sign-ins')
}

export async function setUp(token: string, _: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(form, setupInput, async (input) => {
    await requireRoom('write', 'setup')
    await createFirstAdministrator(token, input)
  })
  return state ?? redirect('/sign-in')
}

/** Walks the whole chain; only for the audit administrator. */
export async function verifyChain(): Promise<AuditVerdict | { ok: null }> {
  const actor = (await sameOriginRequest()) ? await findActor() : null
  if (!actor?.roles.includes('auditAdmin')) return { ok: null }
  try {
    await requireRoom('export', actor.userId)
  } catch {
    return { ok: null }
  }
  return verifyAudit()
}

const secrets = new Set(['current', 'fresh', 'again', 'code'])

const sameOriginRequest = async () => sameOrigin(await headers())

async function attempt<Schema extends z.ZodObject>(
  form: FormData, schema: Schema, work: (input: z.infer<Schema>) => Promise<void>,
): Promise<FormState | null> {
  const t = await getTranslations()
  const word = (key: string, params: Record<string, string | number> = {}) => t(key as never, params as never)
  const worded = (fields: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(fields).map(([name, key]) => [name, word(key)]))
  if (!(await sameOriginRequest())) return { message: word('errors.deny.origin') }
  const given = formToInput(form)
  const typed: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const raw = form.get(name)
    // A password is taken as it was typed, blanks and all, and never sent back.
    if (secrets.has(name) && typeof raw === 'string') given[name] = raw
    else if (typeof value === 'string') typed[name] = value
  }
  const parsed = schema.strict().safeParse(given)
  if (!parsed.success) return { fields: worded(fieldErrors(parsed.error)), typed }
  try {
    await work(parsed.data as z.infer<Schema>)
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { message: word(error.reason ?? `errors.${error.code}`, error.params), fields: worded(error.fields ?? {}), typed }
  }
}
