import { defineFeature } from '@/lib/engine/procedure/feature'
import { charterPolicy, fulfilmentPolicy, questionPolicy } from '../policy'
import { charterProcedure } from '../procedure/charter'
import { fulfilmentProcedure } from '../procedure/fulfilment'
import { questionProcedure } from '../procedure/question'
import { describe, draft, setSigners, setText } from './draft'
import { count, keep, keepByStep, waive } from './fulfilment'
import { addObligation, changeObligation, dropObligation } from './obligation'
import { agree, ask, propose, questionSubject } from './question'
import { publish, reopen, repeal, sign, signOnPaper, startSigning } from './signing'
import { charterOutcome, charterSubject, fulfilmentSubject } from './subject'

export const charterFeature = defineFeature({
  procedure: charterProcedure, subject: charterSubject, policy: charterPolicy, plain: charterOutcome, href: (id) => `/charters/${id}`,
  effects: { draft, describe, setText, setSigners, addObligation, changeObligation, dropObligation, startSigning, sign, signOnPaper, reopen, publish, repeal },
})

export const fulfilmentFeature = defineFeature({
  procedure: fulfilmentProcedure, subject: fulfilmentSubject, policy: fulfilmentPolicy, href: (id) => `/charters/fulfilments/${id}`,
  effects: { keep, keepByStep, count, waive },
})

export const questionFeature = defineFeature({
  procedure: questionProcedure, subject: questionSubject, policy: questionPolicy, href: (id) => `/charters/questions/${id}`,
  effects: { ask, propose, agree },
})
