'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
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
  return own(form, keepFilterInput, async (scope, kept) => {
    await keepFilter(scope, kept)
    const { list, query } = kept
    return `${pathOf(list)}?${new URLSearchParams(readFilter(list, query)).toString()}`
  })
}

export async function editFilter(_: FilterState, form: FormData): Promise<FilterState> {
  return own(form, changeFilterInput, async (scope, change) => {
    const list = await changeFilter(scope, change)
    return list ? pathOf(list) : '/'
  })
}

async function own<T>(form: FormData, input: z.ZodType<T>, work: (scope: Scope, given: T) => Promise<string>): Promise<FilterState> {
  if (!sameOrigin(await headers())) return {}
  const actor = await requireActor()
  let next: string
  try {
    await requireRoom('write', actor.userId)
    const parsed = input.safeParse(formToInput(form))
    if (!parsed.success) throw new Failure('invalid', undefined, fieldErrors(parsed.error))
    next = await work(scopeOf(actor), parsed.data)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const t = await getTranslations()
    return { message: t((Object.values(error.fields ?? {})[0] ?? `errors.${error.code}`) as never) }
  }
  redirect(next)
}
