import { defineFeature } from '@/lib/engine/procedure/feature'
import type { Issue } from '@/prisma/generated/client'
import { attendancePolicy, issuePolicy, meetingPolicy } from '../policy/meeting'
import { attendanceProcedure } from '../procedure/attendance'
import { issueProcedure } from '../procedure/issue'
import { meetingProcedure } from '../procedure/meeting'
import { answerOpinion, attendanceSubject, giveOpinion, inviteUnit, name, recordAttendance, release, type LockedAttendance } from './attendance'
import { close, hold, writeMinutes } from './hold'
import { decide, issueSubject, park, raise, takeAgain } from './issue'
import { addMaterial, cancelMeeting, invite, reschedule, setAgenda, writeReport } from './prepare'
import { accept, adopt, plan, propose, refuseProposal, withdraw } from './propose'
import { meetingSubject, type Meeting } from './subject'

export const meetingFeature = defineFeature<Meeting>({
  procedure: meetingProcedure, subject: meetingSubject, policy: meetingPolicy, href: (id) => `/meetings/${id}`,
  effects: { propose, plan, accept, adopt, refuse: refuseProposal, withdraw, setAgenda, invite, reschedule, addMaterial, writeReport, hold, writeMinutes, close, cancel: cancelMeeting },
})

export const attendanceFeature = defineFeature<LockedAttendance>({
  procedure: attendanceProcedure, subject: attendanceSubject, policy: attendancePolicy, href: (id) => `/meetings/attendances/${id}`,
  effects: { invite: inviteUnit, name, rename: name, giveOpinion, answerOpinion, record: recordAttendance, release },
})

export const issueFeature = defineFeature<Issue>({
  procedure: issueProcedure, subject: issueSubject, policy: issuePolicy, href: (id) => `/meetings/issues/${id}`, effects: { raise, decide, resolve: decide, park, takeAgain },
})
