import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { addMembersInput, addSeatInput, dissolveInput, foundInput, groupStates, partyRoles, remindOpenInput } from '../schema/group'

const byPost = [practice('领导小组成员按职务确定，人员变动由继任者接替')]

/** 领导小组: seats that belong to posts, kept by the desk that set it up. */
export const groupProcedure = declareProcedure({
  name: 'leadingGroup',
  states: groupStates,
  final: ['dissolved'],
  steps: {
    found: { from: 'new', to: ['active'], by: partyRoles, input: foundInput, basis: byPost },
    addMembers: { from: ['active'], to: [], by: partyRoles, input: addMembersInput, ownForm: true, many: true, basis: byPost },
    addSeat: { from: ['active'], to: [], by: partyRoles, input: addSeatInput, basis: byPost },
    remindOpen: { from: ['active'], to: [], by: partyRoles, input: remindOpenInput, aside: true, many: true, basis: [practice('逐一提醒尚未确认成员的单位')] },
    dissolve: { from: ['active'], to: ['dissolved'], by: partyRoles, input: dissolveInput, aside: true, many: true, basis: [practice('领导小组撤销或者并入其他机制')] },
  },
})
