import { headers } from 'next/headers'
import { findActor } from './actor'
import { Failure, type FailureCode } from './errors'
import { sameOrigin } from './origin'
import { requireRoom } from './rate-limit'
import type { Actor } from './scope'

type Refused = { readonly code: FailureCode; readonly reason?: string }
type Writer = { readonly actor: Actor; readonly refused?: undefined } | { readonly actor: null; readonly refused: Refused }

/** Who sends this change: from one of our own pages, signed in, and not too often. */
export async function findWriter(): Promise<Writer> {
  if (!sameOrigin(await headers())) return { actor: null, refused: { code: 'denied', reason: 'errors.deny.origin' } }
  const actor = await findActor()
  if (!actor) return { actor: null, refused: { code: 'signedOut' } }
  try {
    await requireRoom('write', actor.userId)
  } catch (error) {
    if (error instanceof Failure) return { actor: null, refused: { code: error.code } }
    throw error
  }
  return { actor }
}
