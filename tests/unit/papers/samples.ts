import type { PaperData } from '@/lib/engine/papers/values'
import { after } from './samples-after'
import { before } from './samples-before'
import { betweenOffices } from './samples-superior'
import { together } from './samples-together'

/** One realistic, invented set of data for every kind of paper. */
export const samples: Record<string, PaperData> = { ...before, ...after, ...betweenOffices, ...together }
