import { partyRoles, toldRoles } from '@/lib/action-items/schema'
import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { answerOpinionInput, attendanceStates, giveOpinionInput, inviteUnitInput, nameInput, recordInput, releaseInput } from '../schema/attendance'
import { cameAs, deskRoles } from '../schema/meeting'

const name = 'attendance.name'
const toUnit = [{ party: 'unit', roles: toldRoles }] as const
const byPost = [practice('成员单位按职务确定参会人员，不能参加的由替会人员参加')]
const opinions = [practice('会前征求成员单位意见建议，逐条答复')]

/** 出席: one unit in one meeting, each on its own, so that thirty units may answer at once. */
export const attendanceProcedure = declareProcedure({
  name: 'attendance',
  states: attendanceStates,
  final: ['present', 'standIn', 'absent', 'released'],
  steps: {
    invite: {
      from: 'new', to: ['invited'], by: deskRoles, input: inviteUnitInput, nested: true, basis: byPost,
      clocks: { starts: [{ rule: 'meeting_attendance', duty: name, owedBy: 'unit', owedTo: 'desk', trigger: 'invitedOn' }] }, notices: toUnit,
    },
    name: { from: ['invited'], to: ['named'], by: partyRoles, input: nameInput, basis: byPost, clocks: { satisfies: [{ duty: name }] } },
    rename: { from: ['named'], to: [], by: partyRoles, input: nameInput, aside: true, basis: byPost },
    giveOpinion: { from: ['invited', 'named'], to: [], by: partyRoles, input: giveOpinionInput, aside: true, basis: opinions, notices: [{ party: 'desk', roles: deskRoles }] },
    answerOpinion: { from: ['invited', 'named', ...cameAs], to: [], by: deskRoles, input: answerOpinionInput, aside: true, basis: opinions, notices: toUnit },
    record: { from: ['invited', 'named'], to: [...cameAs], by: deskRoles, input: recordInput, nested: true, basis: byPost, clocks: { cancels: [name] } },
    release: { from: ['invited', 'named'], to: ['released'], by: deskRoles, input: releaseInput, nested: true, basis: byPost, clocks: { cancels: [name] }, notices: toUnit },
  },
})
