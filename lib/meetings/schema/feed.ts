import { z } from 'zod'

export const feedStates = ['active', 'revoked'] as const
export const makeFeedInput = z.object({})
export const revokeFeedInput = z.object({})
