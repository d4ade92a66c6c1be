'use server'

import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { findActor } from '@/lib/platform/actor'
import { Failure } from '@/lib/platform/errors'
import { sameOrigin } from '@/lib/platform/origin'
import { requireRoom } from '@/lib/platform/rate-limit'
import { readReporter, type Reporter } from './mutations/reporter'
import { readReporterInput } from './schema'

export type ReporterState = {
  readonly message?: string
  /** Shown once, in answer to this look; it stands on no page. */
  readonly shown?: { readonly reporter: Reporter | null }
}

/** One look at who reported. No plain step: it changes nothing, but leaves a line each time. */
export async function showReporter(_: ReporterState, form: FormData): Promise<ReporterState> {
  const t = await getTranslations()
  const parsed = readReporterInput.safeParse({ id: form.get('id'), reason: form.get('reason') })
  if (!parsed.success) return { message: t('errors.field.required') }
  const actor = sameOrigin(await headers()) ? await findActor() : null
  if (!actor) return { message: t('errors.signedOut') }
  try {
    await requireRoom('write', actor.userId)
    return { shown: { reporter: await readReporter(actor, parsed.data.id, parsed.data.reason, randomUUID()) } }
  } catch (error) {
    if (error instanceof Failure) return { message: t(`errors.${error.code}`) }
    throw error
  }
}
