import { defineFeature } from '@/lib/engine/procedure/feature'
import { userPolicy } from '../policy'
import { userProcedure } from '../procedure'
import { changeUser, createUser, disableUser, enableUser, resetPassword, transferUser } from './account'
import { appointAdministrator, endRole, grantRole } from './grant'
import { askFactorReset, grantFactorReset, refuseFactorReset } from './recovery'
import { moveSecondment, second } from './secondment'
import { userSubject } from './subject'

export const userFeature = defineFeature({
  procedure: userProcedure, subject: userSubject, policy: userPolicy,
  effects: {
    create: createUser, change: changeUser, transfer: transferUser, resetPassword, disable: disableUser, enable: enableUser,
    appoint: appointAdministrator, grantRole, endRole, second, moveSecondment, askFactorReset, grantFactorReset, refuseFactorReset,
  },
  href: (id) => `/admin/users/${id}`,
})
