import { defineFeature } from '@/lib/engine/procedure/feature'
import { db } from '@/lib/platform/db'
import type { LetterRecord } from '../data/row'
import { letterPolicy } from '../policy'
import { letterProcedure } from '../procedure'
import { answer, answerOnBehalf, draftAnswer, sendBackAnswer } from './answer'
import { askAgain, close, recordFinding, withdraw } from './close'
import { enter } from './enter'
import { handOver, insist, nameHandler, returnLetter, say, signFor, signForOnBehalf } from './receive'
import { letterSubject } from './subject'
import { approve, discard, draft, edit, issue, sendBack, submit } from './write'

export const letterFeature = defineFeature<LetterRecord>({
  procedure: letterProcedure,
  subject: letterSubject,
  policy: letterPolicy,
  effects: {
    draft, edit, submit, sendBack, approve, discard, issue, enter, signFor, signForOnBehalf, nameHandler, handOver, returnLetter, insist, say,
    draftAnswer, sendBackAnswer, answer, answerOnBehalf, askAgain, recordFinding, close, withdraw,
  },
  href: (id) => `/letters/${id}`,
  responsible: async (id, unitId) => {
    const row = await db.letter.findUnique({ where: { id }, select: { receiverId: true, handlerId: true } })
    return row?.receiverId === unitId && row.handlerId ? [row.handlerId] : []
  },
})
