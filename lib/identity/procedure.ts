import { declareProcedure, law, practice } from '@/lib/engine/procedure/declare'
import { administrators, roles, type Role } from '@/lib/platform/roles'
import {
  appointInput, changeUserInput, createUserInput, disableInput, endRoleInput, grantRoleInput, moveSecondmentInput, reasonInput, secondInput, transferInput, userStates,
} from './schema'

const system = ['systemAdmin'] as const
const security = ['securityAdmin'] as const
const both = [...system, ...security] as const
const basis = [practice('账号由系统管理员开设和停用')]
const separation = [law('GB/T 22239-2019 8.1.4.2'), practice('系统管理员、安全管理员、审计管理员三权分立')]
const recovery = [law('GB/T 22239-2019 8.1.4.1'), practice('动态验证码的重置由两名管理员办理')]

/** Who takes a seconded person in, and who may end it. */
const hosts: readonly Role[] = ['departmentHead', 'chiefProsecutor', 'agencyLeader', 'liaison', 'bureauOfficer', 'governmentOfficer']
const workers: readonly Role[] = roles.filter((role) => !(administrators as readonly Role[]).includes(role) && role !== 'viewer')
const secondment = [practice('挂职人员的权限随任期开始和结束')]

export const userProcedure = declareProcedure({
  name: 'user',
  states: userStates,
  final: [],
  steps: {
    create: { from: 'new', to: ['active'], by: system, basis, input: createUserInput },
    change: { from: ['active'], to: [], by: system, basis, input: changeUserInput },
    transfer: { from: ['active'], to: [], by: system, basis, input: transferInput },
    resetPassword: { from: ['active'], to: [], by: system, basis, input: reasonInput, stepUp: true },
    disable: { from: ['active'], to: ['disabled'], by: system, basis: [...basis, practice('有在办工作的，先交接后停用')], input: disableInput },
    enable: { from: ['disabled'], to: ['active'], by: system, basis, input: reasonInput },
    appoint: { from: ['active'], to: [], by: system, basis: separation, input: appointInput, stepUp: true },
    grantRole: { from: ['active'], to: [], by: security, basis: separation, input: grantRoleInput, stepUp: true },
    endRole: { from: ['active', 'disabled'], to: [], by: security, basis: separation, input: endRoleInput },
    second: { from: ['active'], to: [], by: hosts, basis: secondment, input: secondInput, nested: true },
    moveSecondment: { from: ['active', 'disabled'], to: [], by: workers, basis: secondment, input: moveSecondmentInput, nested: true },
    askFactorReset: { from: ['active'], to: [], by: both, basis: recovery, input: reasonInput },
    grantFactorReset: { from: ['active'], to: [], by: both, basis: recovery, input: reasonInput, stepUp: true },
    refuseFactorReset: { from: ['active', 'disabled'], to: [], by: both, basis: recovery, input: reasonInput },
  },
})
