'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import '@/lib/procedures'
import { fieldErrors } from '@/lib/engine/procedure/field-errors'
import { requireActor } from '@/lib/platform/actor'
import { formToInput } from '@/lib/platform/form'
import { sameOrigin } from '@/lib/platform/origin'
import { requireRoom } from '@/lib/platform/rate-limit'
import { scopeOf } from '@/lib/platform/scope'
import { markAllRead } from './data'
import { keepPreferences } from './mutations'
import { preferenceInput } from './schema'

/** Read marks are the person's own, no business rows: no step, no audit line. */
export async function markInboxRead(): Promise<void> {
  if (!sameOrigin(await headers())) return
  await markAllRead(scopeOf(await requireActor()))
  revalidatePath('/notices')
}

export type PreferenceState = { readonly fields?: Readonly<Record<string, string>> }

/** How a person wishes to be told is theirs alone, like a read mark. */
export async function savePreferences(_: PreferenceState, form: FormData): Promise<PreferenceState> {
  if (!sameOrigin(await headers())) return {}
  const actor = await requireActor()
  await requireRoom('write', actor.userId)
  const wishes = Object.fromEntries([...form.entries()].flatMap(([name, value]) => (name.startsWith('wish:') && typeof value === 'string' ? [[name.slice(5), value]] : [])))
  const { mail, firstChannel } = formToInput(form)
  const parsed = preferenceInput.safeParse({ mail, firstChannel, wishes })
  if (!parsed.success) {
    const t = await getTranslations()
    return { fields: Object.fromEntries(Object.entries(fieldErrors(parsed.error)).map(([name, key]) => [name, t(key as never)])) }
  }
  await keepPreferences(actor, parsed.data)
  redirect('/notices/preferences?saved=1')
}
