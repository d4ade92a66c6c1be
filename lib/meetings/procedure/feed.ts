import { partyRoles } from '@/lib/action-items/schema'
import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { feedStates, makeFeedInput, revokeFeedInput } from '../schema/feed'

const basis = [practice('会议时间地点可以订阅到个人日历，链接随时可以作废')]

/** 日历订阅: made and revoked by its owner alone. */
export const feedProcedure = declareProcedure({
  name: 'calendarFeed',
  states: feedStates,
  final: ['revoked'],
  steps: {
    make: { from: 'new', to: ['active'], by: partyRoles, input: makeFeedInput, basis, inner: true },
    revoke: { from: ['active'], to: ['revoked'], by: partyRoles, input: revokeFeedInput, basis, inner: true },
  },
})
