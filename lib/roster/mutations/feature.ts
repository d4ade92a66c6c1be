import { defineFeature } from '@/lib/engine/procedure/feature'
import type { GroupRecord, SeatRecord } from '../data/row'
import { groupPolicy, seatPolicy } from '../policy/group'
import { groupProcedure } from '../procedure/group'
import { seatProcedure } from '../procedure/seat'
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
