import { defineFeature } from '@/lib/engine/procedure/feature'
import { calendarPolicy, settingPolicy } from '../policy'
import { calendarProcedure, settingProcedure } from '../procedure'
import { proposeNumber } from './number'
import { confirmSetting, proposeSetting, refuseSetting, withdrawSetting } from './setting'
import { calendarSubject, settingSubject } from './subject'
import { adoptYear, changeYear, correctDay, enterYear, publishYear, recountYear } from './year'

export const calendarFeature = defineFeature({
  procedure: calendarProcedure, subject: calendarSubject, policy: calendarPolicy,
  effects: { enter: enterYear, change: changeYear, publish: publishYear, adopt: adoptYear, correct: correctDay, recount: recountYear },
  href: () => '/admin/calendar',
})

export const settingFeature = defineFeature({
  procedure: settingProcedure, subject: settingSubject, policy: settingPolicy,
  effects: { propose: proposeSetting, proposeNumber, confirm: confirmSetting, refuse: refuseSetting, withdraw: withdrawSetting }, href: () => '/admin/settings',
})
