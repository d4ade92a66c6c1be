'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { fieldErrors } from '@/lib/engine/procedure/field-errors'
import { requireActor } from '@/lib/platform/actor'
import { Failure } from '@/lib/platform/errors'
import { formToInput } from '@/lib/platform/form'
import { sameOrigin } from '@/lib/platform/origin'
import { requireRoom } from '@/lib/platform/rate-limit'
import { scopeOf, type Scope } from '@/lib/platform/scope'
import { changeFilter, keepFilter } from './mutations'
import { pathOf, readFilter } from './rules'
import { changeFilterInput, keepFilterInput } from './schema'

/** What is wrong, in the person's language. */
export type FilterState = { readonly message?: string }

/** A person's own marks on a list, like a read mark: no step, no audit line. */
export async function saveFilter(_: FilterState, form: FormData): Promise<FilterState> {
  return own(async (scope) => {
    const parsed = keepFilterInput.safeParse(formToInput(form))
    if (!parsed.success) throw new Failure('invalid', undefined, fieldErrors(parsed.error))
    await keepFilter(scope, parsed.data)
    const { list, query } = parsed.data
    return `${pathOf(list)}?${new URLSearchParams(readFilter(list, query)).toString()}`
  })
}

export async function editFilter(_: FilterState, form: FormData): Promise<FilterState> {
  return own(async (scope) => {
    const parsed = changeFilterInput.safeParse(formToInput(form))
    if (!parsed.success) throw new Failure('invalid', undefined, fieldErrors(parsed.error))
    const list = await changeFilter(scope, parsed.data)
    return list ? pathOf(list) : '/'
  })
}

async function own(work: (scope: Scope) => Promise<string>): Promise<FilterState> {
  if (!sameOrigin(await headers())) return {}
  const actor = await requireActor()
  let next: string
  try {
    await requireRoom('write', actor.userId)
    next = await work(scopeOf(actor))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const t = await getTranslations()
    return { message: t((Object.values(error.fields ?? {})[0] ?? `errors.${error.code}`) as never) }
  }
  redirect(next)
}
