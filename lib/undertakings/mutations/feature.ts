import { defineFeature } from '@/lib/engine/procedure/feature'
import type { ParticipationRecord, UndertakingRecord } from '../data/row'
import { participationPolicy, undertakingPolicy } from '../policy'
import { participationProcedure, undertakingProcedure } from '../procedure'
import { discard, draft, edit, invite, prepare, publish } from './begin'
import { close, raise, revisit, withdraw } from './end'
import { agree, assess, draw, rate } from './judge'
import { answerOnPaper, ask, decline, end, join, participationSubject } from './participation'
import { addTargets, record, review, strikeOff } from './record'
import { undertakingSubject } from './subject'

export const undertakingFeature = defineFeature<UndertakingRecord>({
  procedure: undertakingProcedure, subject: undertakingSubject, policy: undertakingPolicy, href: (id) => `/undertakings/${id}`,
  effects: { draft, prepare, publish, edit, discard, rate, agree, draw, assess, record, strikeOff, review, close, revisit, invite, addTargets, raise, withdraw },
})

export const participationFeature = defineFeature<ParticipationRecord>({
  procedure: participationProcedure, subject: participationSubject, policy: participationPolicy, href: (id) => `/undertakings/invitations/${id}`,
  effects: { ask, join, decline, answerOnPaper, end },
})
