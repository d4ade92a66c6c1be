import { defineFeature } from '@/lib/engine/procedure/feature'
import { calendarPolicy, settingPolicy } from '../policy'
import { calendarProcedure, settingProcedure } from '../procedure'
import { changeSetting } from './setting'
import { calendarSubject, settingSubject } from './subject'
import { adoptYear, changeYear, correctDay, enterYear, publishYear, recountYear } from './year'

export const calendarFeature = defineFeature({
  procedure: calendarProcedure, subject: calendarSubject, policy: calendarPolicy,
  effects: { enter: enterYear, change: changeYear, publish: publishYear, adopt: adoptYear, correct: correctDay, recount: recountYear },
  href: () => '/admin/calendar',
})

export const settingFeature = defineFeature({
  procedure: settingProcedure, subject: settingSubject, policy: settingPolicy, effects: { change: changeSetting }, href: () => '/admin/settings',
})
