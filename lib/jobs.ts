import type { Job } from '@/lib/platform/worker'

/** The composition root of the worker: every feature's jobs. */
export const jobs: readonly Job[] = []
