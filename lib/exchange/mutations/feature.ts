import { defineFeature } from '@/lib/engine/procedure/feature'
import type { DataItem, DataRequest } from '@/prisma/generated/client'
import { dataItemPolicy, dataRequestPolicy } from '../policy'
import { dataItemProcedure } from '../procedure/item'
import { dataRequestProcedure } from '../procedure/request'
import { answerOnPaper, provide, refuse } from './answer'
import { confirm, dataItemSubject, register, revise, withdrawItem } from './item'
import { ask, dataRequestSubject, withdraw } from './request'
import { giveBack, use } from './use'

export const dataItemFeature = defineFeature<DataItem>({
  procedure: dataItemProcedure, subject: dataItemSubject, policy: dataItemPolicy, href: (id) => `/exchange/${id}`, effects: { register, confirm, revise, withdraw: withdrawItem },
})

export const dataRequestFeature = defineFeature<DataRequest>({
  procedure: dataRequestProcedure, subject: dataRequestSubject, policy: dataRequestPolicy, href: (id) => `/exchange/requests/${id}`,
  effects: { ask, provide, refuse, answerOnPaper, use, giveBack, withdraw },
})
