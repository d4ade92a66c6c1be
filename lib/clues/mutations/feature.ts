import { defineFeature } from '@/lib/engine/procedure/feature'
import { db } from '@/lib/platform/db'
import { cluePolicy } from '../policy'
import { clueProcedure } from '../procedure'
import { declineClue, mergeClue, openCases, transferClue } from './decide'
import { enterClue, receiveTransfer } from './enter'
import { proposeOutcome, refuseProposal, reviewProposal, sendBackProposal } from './evaluate'
import { approveReferral, referClue, resubmitClue, sendBackReferral } from './refer'
import { assignClue, handOverClue, registerClue, reportMajor, returnReferral } from './register'
import { recordReporter } from './reporter'
import { clueSubject, type LockedClue } from './subject'

export const clueFeature = defineFeature<LockedClue>({
  procedure: clueProcedure,
  subject: clueSubject,
  policy: cluePolicy,
  effects: {
    refer: referClue, approveReferral, sendBackReferral, resubmit: resubmitClue, enter: enterClue, receiveTransfer, register: registerClue,
    returnReferral, assign: assignClue, handOver: handOverClue, propose: proposeOutcome, review: reviewProposal, sendBack: sendBackProposal, refuse: refuseProposal,
    open: openCases, decline: declineClue, transfer: transferClue, merge: mergeClue, reportMajor, recordReporter,
  },
  href: (id) => `/clues/${id}`,
  trail: (id) => `/clues/${id}?tab=trail`,
  async responsible(id, unitId) {
    const row = await db.clue.findFirst({ where: { id, receiverUnitId: unitId }, select: { handlerId: true } })
    return row?.handlerId ? [row.handlerId] : []
  },
})
