import { today } from '@/lib/platform/clock'
import { openPromises } from './mutations/sweep'

/** Each day: the periods that begin, and opinions whose day has come. */
export const openDuePromises = async (): Promise<void> => void (await openPromises(today()))
