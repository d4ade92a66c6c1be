import { defineFeature } from '@/lib/engine/procedure/feature'
import type { AppointmentRecord, EngagementRecord } from '../data/appointment'
import type { GroupRecord, SeatRecord } from '../data/row'
import { appointmentPolicy, engagementPolicy } from '../policy/appointment'
import { groupPolicy, seatPolicy } from '../policy/group'
import { appointmentProcedure } from '../procedure/appointment'
import { engagementProcedure } from '../procedure/engagement'
import { groupProcedure } from '../procedure/group'
import { seatProcedure } from '../procedure/seat'
import * as appointment from './appointment'
import * as engagement from './engagement'
import { addMembers, addSeat, dissolve, found, remindOpen } from './group'
import { abolish, confirm, confirmOnPaper, open, release, remind, replace, vacate } from './seat'
import { groupSubject, seatSubject } from './subject'

export const groupFeature = defineFeature<GroupRecord>({
  procedure: groupProcedure, subject: groupSubject, policy: groupPolicy, href: (id) => `/roster/groups/${id}`,
  effects: { found, addSeat, addMembers, remindOpen, dissolve },
})

export const seatFeature = defineFeature<SeatRecord>({
  procedure: seatProcedure, subject: seatSubject, policy: seatPolicy, href: (id) => `/roster/seats/${id}`,
  effects: { open, confirm, replace, confirmOnPaper, vacate, remind, abolish, release },
})

const { appointmentSubject, propose, accept, refuseProposal, withdraw, renew, end, appraise } = appointment
export const appointmentFeature = defineFeature<AppointmentRecord>({
  procedure: appointmentProcedure, subject: appointmentSubject, policy: appointmentPolicy, href: (id) => `/roster/people/${id}`,
  effects: { propose, accept, refuse: refuseProposal, withdraw, renew, end, appraise },
})

const { engagementSubject, ...asked } = engagement
export const engagementFeature = defineFeature<EngagementRecord>({
  procedure: engagementProcedure, subject: engagementSubject, policy: engagementPolicy, href: (id) => `/roster/engagements/${id}`, effects: asked,
})
