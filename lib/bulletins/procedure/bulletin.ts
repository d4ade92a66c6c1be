import { partyRoles } from '@/lib/action-items/schema'
import { declareProcedure, practice, setting } from '@/lib/engine/procedure/declare'
import type { Role } from '@/lib/platform/roles'
import {
  addReaderInput, approveInput, bulletinStates, closeInput, discardInput, draftInput, editInput, issueInput, prepareInput, sendBackInput,
} from '../schema/bulletin'

const drafters: readonly Role[] = ['prosecutor', 'prosecutorAssistant', 'departmentHead', 'policyDepartment', 'courtClerk', 'liaison', 'agencyHandler', 'bureauOfficer', 'governmentOfficer']
/** A body none of whose leaders has an account has its desk record who approved. */
const signers: readonly Role[] = ['departmentHead', 'chiefProsecutor', 'judge', 'agencyLeader', 'liaison', 'courtClerk', 'bureauOfficer', 'governmentOfficer']
const leaders: readonly Role[] = ['departmentHead', 'judge', 'agencyLeader', 'bureauOfficer', 'governmentOfficer']
const chain = [practice('公文内部办理：拟稿、审签、编号印发')]

const duty = 'bulletin.issue'

/** 通报, 专报, 总结, 计划: written and approved inside, then read by whoever it names. */
export const bulletinProcedure = declareProcedure({
  name: 'bulletin',
  states: bulletinStates,
  final: ['closed', 'discarded'],
  steps: {
    draft: {
      from: 'new', to: ['draft'], by: drafters, input: draftInput, ownForm: true, inner: true,
      basis: [...chain, setting('重大案件事件通报期限')],
      clocks: { starts: [{ rule: 'bulletin_major_event', duty, owedBy: 'issuer', trigger: 'knownOn', when: 'known' }] },
      notices: [{ party: 'issuer', roles: leaders }],
    },
    prepare: {
      from: 'new', to: ['draft'], by: drafters, input: prepareInput, inner: true, nested: true, basis: chain, notices: [{ party: 'issuer', roles: leaders }],
    },
    edit: { from: ['draft'], to: [], by: drafters, input: editInput, ownForm: true, inner: true, aside: true, basis: chain },
    approve: { from: ['draft'], to: ['approved'], by: signers, input: approveInput, inner: true, stepUp: true, basis: chain },
    sendBack: { from: ['approved'], to: ['draft'], by: signers, input: sendBackInput, inner: true, aside: true, basis: chain },
    discard: {
      from: ['draft', 'approved'], to: ['discarded'], by: [...new Set([...drafters, ...signers])], input: discardInput, inner: true, aside: true, basis: chain,
      clocks: { cancels: [duty] },
    },
    issue: {
      from: ['approved'], to: ['issued'], by: drafters, input: issueInput, many: true,
      basis: [practice('编号印发，发送给列名的单位和人员'), setting('重大案件事件通报期限')],
      clocks: { satisfies: [{ duty }] },
      papers: [{ kind: 'bulletin', number: 'assign' }],
    },
    addReader: { from: ['issued'], to: [], by: drafters, input: addReaderInput, aside: true, basis: [practice('需要增加阅知单位的，补发')] },
    close: { from: ['issued'], to: ['closed'], by: partyRoles, input: closeInput, aside: true, basis: [practice('阅知和办理完毕的，办结归档')] },
  },
})
