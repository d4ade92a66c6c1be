import { defineFeature } from '@/lib/engine/procedure/feature'
import { db } from '@/lib/platform/db'
import { askHelp, object, reply } from './agency'
import { approveLetter, reviewLetter, revokeLetter, sealLetter, sendBackLetter } from './approval'
import { discardLetter, draftLetter, editLetter, handOverLetter, submitLetter } from './draft'
import { answerHelp, askAgain, checkLetter, closeLetter } from './follow-up'
import { enterLetterLate } from './late'
import { decideObjection, proposeReexamination, withdrawLetter } from './objection'
import { askHelpOnBehalf, nameHandlerOnBehalf, objectOnBehalf, reportActionOnBehalf } from './on-behalf'
import { recordReceipt, signFor } from './receipt'
import { replyOnBehalf } from './reply'
import { reportForRecord, serveLetter } from './service'
import { recommendationSubject } from './subject'
import { recommendationPolicy } from '../policy'
import { recommendationProcedure } from '../procedure'

export const recommendationFeature = defineFeature({
  procedure: recommendationProcedure,
  subject: recommendationSubject,
  policy: recommendationPolicy,
  effects: {
    enterLate: enterLetterLate, draft: draftLetter, edit: editLetter, discard: discardLetter, submit: submitLetter, review: reviewLetter, sendBack: sendBackLetter,
    approve: approveLetter, revoke: revokeLetter, seal: sealLetter, serve: serveLetter, recordReceipt, signFor, reportForRecord,
    object, proposeReexamination, decideObjection, withdraw: withdrawLetter, askHelp, answerHelp,
    reply, replyOnBehalf, objectOnBehalf, askHelpOnBehalf, nameHandlerOnBehalf, reportActionOnBehalf, check: checkLetter, askAgain, close: closeLetter, handOver: handOverLetter,
  },
  href: (id) => `/recommendations/${id}`,
  trail: (id) => `/recommendations/${id}?tab=trail`,
  async responsible(id, unitId) {
    const row = await db.recommendation.findUnique({
      where: { id }, select: { procuratorateId: true, agencyId: true, authorId: true, handling: { select: { handlerId: true } } },
    })
    if (row?.procuratorateId === unitId) return [row.authorId]
    return row?.agencyId === unitId && row.handling?.handlerId ? [row.handling.handlerId] : []
  },
})
