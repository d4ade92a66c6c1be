import { defineFeature } from '@/lib/engine/procedure/feature'
import { regionPolicy, unitPolicy } from '../policy'
import { regionProcedure, unitProcedure } from '../procedure'
import { changeRegion, createRegion, openRegion } from './region'
import { regionSubject, unitSubject } from './subject'
import { endLiaison, nameLiaison } from './liaison'
import { changeUnit, closeUnit, createUnit, nameSuperior, reopenUnit } from './unit'

export const regionFeature = defineFeature({
  procedure: regionProcedure, subject: regionSubject, policy: regionPolicy,
  effects: { create: createRegion, change: changeRegion, open: openRegion }, href: (code) => `/admin/regions/${code}`,
})

export const unitFeature = defineFeature({
  procedure: unitProcedure, subject: unitSubject, policy: unitPolicy,
  effects: { create: createUnit, change: changeUnit, nameSuperior, nameLiaison, endLiaison, close: closeUnit, reopen: reopenUnit },
  href: (id) => `/admin/units/${id}`,
})
