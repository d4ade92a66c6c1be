'use server'

import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { fieldErrors } from '@/lib/engine/procedure/field-errors'
import { findSignedIn } from '@/lib/platform/actor'
import { type AuditVerdict, verifyAudit } from '@/lib/platform/audit'
import { Failure } from '@/lib/platform/errors'
import { formToInput } from '@/lib/platform/form'
import { sameOrigin } from '@/lib/platform/origin'
import { requireRoom } from '@/lib/platform/rate-limit'
import { changePassword } from './mutations/password'
import { createFirstAdministrator } from './mutations/setup'
import { changePasswordInput, setupInput } from './schema'

export type FormState = {
  readonly message?: string
  readonly fields?: Readonly<Record<string, string>>
  /** What was typed, without the passwords. */
  readonly typed?: Readonly<Record<string, string>>
}

export async function changeOwnPassword(_: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(form, changePasswordInput, async (input) => {
    const signedIn = await findSignedIn()
    if (!signedIn) throw new Failure('signedOut')
    await requireRoom('write', signedIn.actor.userId)
    await changePassword(signedIn.actor, input)
  })
  return state ?? redirect('/account?changed=1')
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
  const signedIn = (await sameOriginRequest()) ? await findSignedIn() : null
  if (!signedIn?.actor.roles.includes('auditAdmin')) return { ok: null }
  try {
    await requireRoom('export', signedIn.actor.userId)
  } catch {
    return { ok: null }
  }
  return verifyAudit()
}

const secrets = new Set(['current', 'fresh', 'again'])

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
