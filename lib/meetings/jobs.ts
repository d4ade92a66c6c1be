import { today } from '@/lib/platform/clock'
import { draftDueMeetings } from './mutations/draft'

/** Each day: periods about to end without a meeting. */
export const prepareMeetings = async (): Promise<void> => void (await draftDueMeetings(today()))
