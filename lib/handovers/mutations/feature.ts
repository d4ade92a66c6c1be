import { defineFeature } from '@/lib/engine/procedure/feature'
import { absencePolicy, delegationPolicy, handoverPolicy, type PersonalRow } from '../policy'
import { absenceProcedure, delegationProcedure, handoverProcedure } from '../procedure'
import { absenceSubject, endAbsence, recordAbsence, type LockedAbsence } from './absence'
import { delegationSubject, giveDelegation, revokeDelegation, type LockedDelegation } from './delegation'
import { handoverSubject, makeHandover } from './handover'

const href = () => '/handovers'

export const handoverFeature = defineFeature<PersonalRow>({
  procedure: handoverProcedure, subject: handoverSubject, policy: handoverPolicy, effects: { make: makeHandover }, href,
})

export const absenceFeature = defineFeature<LockedAbsence>({
  procedure: absenceProcedure, subject: absenceSubject, policy: absencePolicy, effects: { record: recordAbsence, end: endAbsence }, href,
})

export const delegationFeature = defineFeature<LockedDelegation>({
  procedure: delegationProcedure, subject: delegationSubject, policy: delegationPolicy, effects: { give: giveDelegation, revoke: revokeDelegation }, href,
})
