import { enterStartedLists } from './mutations/entering'

/** Queued when a list is started, and due again and again for one that was left behind. */
export const enterCases = (): Promise<void> => enterStartedLists()
