import { actionItemFeature } from '@/lib/action-items/mutations/feature'
import { bulletinFeature, readingFeature } from '@/lib/bulletins/mutations/feature'
import { caseFamilyFeature } from '@/lib/case-families/mutations/feature'
import { caseFeature, lookBackFeature } from '@/lib/cases/mutations/feature'
import { charterFeature, fulfilmentFeature, questionFeature } from '@/lib/charters/mutations/feature'
import { charterWatch } from '@/lib/charters/mutations/watch'
import { clueFeature } from '@/lib/clues/mutations/feature'
import { dataItemFeature, dataRequestFeature } from '@/lib/exchange/mutations/feature'
import { dutyCycleFeature } from '@/lib/duty-cycles/mutations/feature'
import { findFeature, registerFeature } from '@/lib/engine/procedure/registry'
import { watchSteps } from '@/lib/engine/procedure/watch'
import { handlingFeature } from '@/lib/handlings/mutations/feature'
import { absenceFeature, delegationFeature, handoverFeature } from '@/lib/handovers/mutations/feature'
import { attendanceFeature, issueFeature, meetingFeature } from '@/lib/meetings/mutations/feature'
import { feedFeature } from '@/lib/meetings/mutations/feed'
import { observerFeature } from '@/lib/meetings/mutations/observer'
import { letterFeature } from '@/lib/letters/mutations/feature'
import { filingFeature, requestFeature, supervisionFeature } from '@/lib/oversight/mutations/feature'
import { caseImportFeature } from '@/lib/imports/mutations/cases'
import { powerImportFeature } from '@/lib/imports/mutations/powers'
import { importFeature } from '@/lib/imports/mutations/roster'
import { importRowFeature } from '@/lib/imports/mutations/row'
import { outcomeFeature } from '@/lib/outcomes/mutations/feature'
import { powerItemFeature } from '@/lib/powers/mutations/feature'
import { recommendationFeature } from '@/lib/recommendations/mutations/feature'
import { appointmentFeature, engagementFeature, groupFeature, seatFeature } from '@/lib/roster/mutations/feature'
import { userFeature } from '@/lib/identity/mutations/feature'
import { calendarFeature, settingFeature } from '@/lib/settings/mutations/feature'
import { deliveryFeature } from '@/lib/notices/mutations'
import { participationFeature, undertakingFeature } from '@/lib/undertakings/mutations/feature'
import { regionFeature, unitFeature } from '@/lib/units/mutations/feature'

/**
 * The composition root: the only place that knows every feature. Web, worker and command line import it before they
 * take or describe a step.
 */
const features = [
  regionFeature, unitFeature, userFeature, clueFeature, handlingFeature, recommendationFeature, dutyCycleFeature, caseFeature, lookBackFeature,
  calendarFeature, settingFeature, deliveryFeature,
  filingFeature, requestFeature, supervisionFeature,
  charterFeature, fulfilmentFeature, questionFeature,
  letterFeature,
  groupFeature, seatFeature, appointmentFeature, engagementFeature,
  handoverFeature, absenceFeature, delegationFeature, importFeature, caseImportFeature, importRowFeature,
  actionItemFeature, meetingFeature, attendanceFeature, issueFeature, observerFeature, feedFeature, bulletinFeature, readingFeature,
  undertakingFeature, participationFeature,
  dataItemFeature, dataRequestFeature,
  powerItemFeature, powerImportFeature,
  outcomeFeature,
  caseFamilyFeature,
] as const

for (const feature of features) registerFeature(feature)
watchSteps(charterWatch)

export { findFeature }
