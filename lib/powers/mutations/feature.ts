import { defineFeature } from '@/lib/engine/procedure/feature'
import { powerItemPolicy } from '../policy'
import { powerItemProcedure } from '../procedure'
import { end, revise, takeBack, voidVersion } from './change'
import { doubt, settle, settleOnPaper } from './doubt'
import { register, succeed } from './register'
import { type LockedPower, powerItemSubject } from './subject'

export const powerItemFeature = defineFeature<LockedPower>({
  procedure: powerItemProcedure, subject: powerItemSubject, policy: powerItemPolicy, href: (id) => `/powers/${id}`,
  effects: { register, registerListed: register, succeed, doubt, settle, settleOnPaper, revise, end, takeBack, void: voidVersion },
})
