'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { requireActor } from '@/lib/platform/actor'
import { sameOrigin } from '@/lib/platform/origin'
import { scopeOf } from '@/lib/platform/scope'
import { markAllRead } from './data'

/** Read marks are the person's own, no business rows: no step, no audit line. */
export async function markInboxRead(): Promise<void> {
  if (!sameOrigin(await headers())) return
  await markAllRead(scopeOf(await requireActor()))
  revalidatePath('/notices')
}
