import type { Scope } from '@/lib/platform/scope'
import type { Ground } from '@/tests/support/doors/ground'

const { db } = await import('@/lib/platform/db')
const actionItems = await import('@/lib/action-items/data')
const meetings = {
  ...(await import('@/lib/meetings/data/meeting')), ...(await import('@/lib/meetings/data/agenda')), ...(await import('@/lib/meetings/data/issue')),
  ...(await import('@/lib/meetings/data/previous')),
}
const bulletins = {
  ...(await import('@/lib/bulletins/data/list')), ...(await import('@/lib/bulletins/data/record')), ...(await import('@/lib/bulletins/data/row')), ...(await import('@/lib/bulletins/data/choices')),
}
const exchange = { ...(await import('@/lib/exchange/data/items')), ...(await import('@/lib/exchange/data/requests')) }
const powers = { ...(await import('@/lib/powers/data/list')), ...(await import('@/lib/powers/data/record')), ...(await import('@/lib/powers/data/choices')), ...(await import('@/lib/powers/data/citations')) }
const observers = await import('@/lib/meetings/data/observer')

const undertakings = { ...(await import('@/lib/undertakings/data/list')), ...(await import('@/lib/undertakings/data/record')), ...(await import('@/lib/undertakings/data/row')) }

const cycles = await import('@/lib/duty-cycles/data')
const { newId } = await import('@/lib/platform/id')
const { readAlone } = await import('@/lib/platform/together')
const figures = await import('@/lib/figures/data/cases')
const outcomes = { ...(await import('@/lib/outcomes/data/list')), ...(await import('@/lib/outcomes/data/row')) }
const families = {
  ...(await import('@/lib/case-families/data/list')), ...(await import('@/lib/case-families/data/row')), ...(await import('@/lib/case-families/data/record')), ...(await import('@/lib/case-families/data/choices')),
}
const roster = { ...(await import('@/lib/roster/data/group')), ...(await import('@/lib/roster/data/row')), ...(await import('@/lib/roster/data/appointment')) }

/** Of the same case, an amount with a day, which a check on the ground may show. */
let measured: Promise<string> | undefined
async function measure(like: string): Promise<string> {
  const row = await db.outcome.findUniqueOrThrow({ where: { id: like } })
  return (await db.outcome.create({ data: { ...row, id: newId(), kind: 'structuresRemoved', status: 'entered', amount: 1n, achievedOn: new Date('2026-03-01') } })).id
}

type Read = { readonly sees: readonly string[]; readonly call: (scope: Scope) => unknown }
/** Desks of the place that share the pool of issues. */
const desks = ['liyuan.bureau', 'liyuan.government']
/** Who else works in the place. */
const place = ['liyuan.court', 'liyuan.urban.liaison', ...desks]
type Cast = { readonly office: readonly string[]; readonly agency: readonly string[]; readonly above: readonly string[] }

/** Reads of what the units of a place do together: tasks, meetings. */
export const readsOf = ({ office, agency, above }: Cast, ground: () => Ground): Record<string, Read> => ({
  'action-items.listActionItems': { sees: [...office, ...agency, ...above], call: (scope) => actionItems.listActionItems(scope, { side: 'all', show: 'all', page: 1 }) },
  'action-items.listActionItems owed': { sees: agency, call: (scope) => actionItems.listActionItems(scope, { side: 'owed', show: 'all', page: 1 }) },
  'action-items.listItemsOf': {
    sees: [...office, ...agency, ...above],
    call: async (scope) => {
      const { sourceId } = await db.actionItem.update({ where: { id: ground().itemId }, data: { sourceId: ground().observerId } })
      return actionItems.listItemsOf(scope, [sourceId!])
    },
  },
  'action-items.findActionItem': { sees: [...office, ...agency, ...above], call: (scope) => actionItems.findActionItem(scope, ground().itemId) },
  'duty-cycles.findCycleRow': { sees: [...office, ...agency, ...above], call: (scope) => cycles.findCycleRow(scope, ground().cycleId) },
  'duty-cycles.findCycle': { sees: [...office, ...agency, ...above], call: (scope) => cycles.findCycle(scope, ground().cycleId) },
  'duty-cycles.cyclesOf': { sees: [...office, ...agency, ...above], call: async (scope) => (await readAlone(cycles.cyclesOf(scope, ground().running.letterId))).length },
  'duty-cycles.listTallies': { sees: [...office, ...agency, ...above], call: (scope) => cycles.listTallies(scope, [ground().running.letterId]) },
  'duty-cycles.ownTallies': { sees: [...office, ...agency], call: (scope) => readAlone(cycles.ownTallies(scope)) },
  'figures.countCaseFigures': { sees: [...office, ...agency, ...above], call: async (scope) => (await figures.countCaseFigures(scope, { period: null, today: '2026-03-17' })).total.opened },
  'figures.sumCaseFigures': { sees: [...office, ...agency, ...above], call: async (scope) => (await figures.sumCaseFigures(scope, { period: null, today: '2026-03-17' })).total.opened },
  'figures.countClueSources': { sees: [...office, 'liyuan.court', ...above], call: async (scope) => (await figures.countClueSources(scope, { period: null })).length },
  'outcomes.findRow': { sees: [...office, ...agency, ...above], call: (scope) => outcomes.findRow(scope, ground().outcomeId) },
  'outcomes.listOutcomes': { sees: [...office, ...agency, ...above], call: async (scope) => (await outcomes.listOutcomes(scope, { show: 'counted', page: 1 })).length },
  'outcomes.sumOutcomes': { sees: [...office, ...agency, ...above], call: async (scope) => (await outcomes.sumOutcomes(scope, {})).length },
  'outcomes.listOutcomesOf': { sees: [...office, ...agency, ...above], call: async (scope) => (await outcomes.listOutcomesOf(scope, ground().running.caseId)).length },
  'outcomes.listDemands': { sees: [...office, ...agency, ...above], call: (scope) => outcomes.listDemands(scope, ground().running.caseId) },
  'outcomes.findCaseFor': { sees: [...office, ...agency, ...above], call: (scope) => outcomes.findCaseFor(scope, ground().running.caseId) },
  'outcomes.listChecks': {
    sees: [...office, ...agency, ...above], call: async (scope) => {
      measured ??= measure(ground().outcomeId)
      return outcomes.listChecks(scope, { id: await measured })
    },
  },
  'case-families.listFamilies': { sees: [...office, ...agency, ...above], call: (scope) => families.listFamilies(scope, { show: 'all', page: 1 }) },
  'case-families.findRow': { sees: [...office, ...agency, ...above], call: async (scope) => ((await families.findRow(scope, ground().familyId)) ? 1 : 0) },
  'case-families.findFamily': { sees: [...office, ...agency, ...above], call: (scope) => families.findFamily(scope, ground().familyId) },
  'case-families.listVerified': { sees: [...office, ...agency, ...above], call: async (scope) => (await families.listVerified(scope, ground().familyId)).length },
  'case-families.listFreeCases': { sees: office, call: (scope) => families.listFreeCases(scope) },
  'case-families.listFields': { sees: office, call: async (scope) => (await families.listFields(scope, 1)).length },
  'case-families.findTold': { sees: office, call: (scope) => families.findTold(scope, ground().ready.caseId) },
  'case-families.listLikeCases': {
    sees: office, call: async (scope) => families.listLikeCases(scope, { ...(await db.caseFile.findUniqueOrThrow({ where: { id: ground().running.caseId } })), procuratorateId: scope.unitId }),
  },
  'case-families.familiesOfCase': { sees: [...office, ...agency, ...above], call: (scope) => readAlone(families.familiesOfCase(scope, { id: ground().running.caseId, domain: 'environment' })) },
  'undertakings.findAbout': { sees: [...office, ...agency, ...above], call: (scope) => undertakings.findAbout(scope, `caseFamily:${ground().familyId}`) },
  'bulletins.listBulletins': { sees: [...office, ...agency], call: (scope) => bulletins.listBulletins(scope, { page: 1 }) },
  'bulletins.findBulletin': { sees: [...office, ...agency, ...above], call: (scope) => bulletins.findBulletin(scope, ground().bulletinId) },
  'bulletins.findReading': { sees: [...office, ...agency, ...above], call: (scope) => bulletins.findReading(scope, ground().readingId) },
  'bulletins.findBulletinRow': { sees: [...office, ...agency, ...above], call: async (scope) => ((await bulletins.findBulletinRow(scope, ground().bulletinId)) ? 1 : 0) },
  'bulletins.findReadingRow': { sees: [...office, ...agency, ...above], call: async (scope) => ((await bulletins.findReadingRow(scope, ground().readingId)) ? 1 : 0) },
  'bulletins.listCaseChoices': { sees: office, call: (scope) => bulletins.listCaseChoices(scope) },
  'exchange.listItems': { sees: [...office, ...agency, ...place], call: (scope) => exchange.listItems(scope, { part: 'catalogue', show: 'all', page: 1 }) },
  'exchange.findItem': { sees: [...office, ...agency, ...place], call: (scope) => exchange.findItem(scope, ground().dataItemId) },
  'exchange.listMatters': { sees: [...office, ...agency, ...above, ...place], call: (scope) => exchange.listMatters(scope) },
  'exchange.listRequests': { sees: [...office, ...agency, ...above], call: (scope) => exchange.listRequests(scope, { part: 'requests', show: 'all', page: 1 }) },
  'exchange.listUses': { sees: [...office, ...agency, ...above], call: (scope) => exchange.listUses(scope, { part: 'uses', show: 'all', page: 1 }) },
  'exchange.findRequest': { sees: [...office, ...agency, ...above], call: (scope) => exchange.findRequest(scope, ground().dataRequestId) },
  'meetings.listObservers': { sees: [...office, ...agency, ...above], call: (scope) => observers.listObservers(scope, { show: 'all', page: 1 }) },
  'meetings.listMeetings': { sees: [...office, ...agency, ...above], call: (scope) => meetings.listMeetings(scope, { show: 'all', page: 1 }) },
  'meetings.findMeeting': { sees: [...office, ...agency, ...above], call: (scope) => meetings.findMeeting(scope, ground().meetingId) },
  'meetings.listCampaigns': {
    sees: [...office, ...agency, ...above],
    call: async (scope) => {
      await db.undertaking.update({ where: { id: ground().disputeId }, data: { meetingId: ground().meetingId } })
      return meetings.listCampaigns(scope, ground().meetingId)
    },
  },
  'meetings.listAttendances': { sees: [...office, ...agency, ...above], call: (scope) => meetings.listAttendances(scope, ground().meetingId) },
  'meetings.findAttendanceMeeting': { sees: [...office, ...agency, ...above], call: async (scope) => ((await meetings.findAttendanceMeeting(scope, ground().attendanceId)) ? 1 : 0) },
  'meetings.listAgendaCandidates': {
    sees: [...office, ...agency, ...above, ...place], call: async (scope) => meetings.listAgendaCandidates(scope, await db.jointMeeting.findUniqueOrThrow({ where: { id: ground().meetingId } })),
  },
  'meetings.findPreviousTally': {
    sees: [...office, ...agency, ...above],
    call: async (scope) => {
      const { id, deskId, heldOn, status } = await db.jointMeeting.findUniqueOrThrow({ where: { id: ground().meetingId } })
      await db.jointMeeting.update({ where: { id }, data: { status: 'closed', heldOn: new Date('2026-03-16') } })
      const found = await meetings.findPreviousTally(scope, { id: ground().itemId, deskId, day: '2026-03-17' })
      await db.jointMeeting.update({ where: { id }, data: { status, heldOn } })
      return found
    },
  },
  'meetings.listIssues': { sees: [...office, ...agency, ...above, ...desks], call: (scope) => meetings.listIssues(scope, { show: 'all', page: 1 }) },
  'meetings.findIssue': { sees: [...office, ...agency, ...above, ...desks], call: (scope) => meetings.findIssue(scope, ground().issueId) },
  'meetings.findObserver': { sees: [...office, ...agency, ...above], call: (scope) => observers.findObserver(scope, ground().observerId) },
  'roster.listGroups': { sees: [...office, ...agency, ...place], call: (scope) => roster.listGroups(scope) },
  'roster.listGroupAround': {
    sees: [...office, ...agency, ...place],
    call: async (scope) => {
      const { units: _, ...around } = await roster.listGroupAround(scope, ground().roster.groupId)
      return around
    },
  },
  'roster.findGroupRow': { sees: [...office, ...agency, ...place], call: (scope) => roster.findGroupRow(scope, ground().roster.groupId) },
  'roster.findSeatRow': { sees: [...office, ...agency, ...place], call: (scope) => roster.findSeatRow(scope, ground().roster.seatId) },
  'roster.listSeatAround': { sees: [...office, ...agency, ...place], call: (scope) => roster.listSeatAround(scope, ground().roster.seatId) },
  'roster.findAppointment': { sees: [...office, ...agency, ...above, ...place], call: (scope) => roster.findAppointment(scope, ground().roster.appointmentId) },
  'roster.listPeople': { sees: [...office, ...agency, ...above, ...place], call: (scope) => roster.listPeople(scope, { show: 'all', page: 1 }) },
  'roster.findEngagement': { sees: office, call: (scope) => roster.findEngagement(scope, ground().roster.engagementId) },
  'roster.listAppointmentAround': { sees: office, call: async (scope) => (await roster.listAppointmentAround(scope, ground().roster.appointmentId)).engagements },
  'roster.listEngagementAround': {
    sees: [...office, ...agency, ...above], call: async (scope) => (await roster.listEngagementAround(scope, await db.engagement.findUniqueOrThrow({ where: { id: ground().roster.engagementId } }))).caseTitle,
  },
  'roster.engagementsOfCase': { sees: office, call: (scope) => readAlone(roster.engagementsOfCase(scope, ground().running.caseId)) },
  'roster.listExperts': { sees: office, call: (scope) => roster.listExperts(scope, ground().roster.groupId) },
  'powers.listPowers': { sees: [...office, ...agency, ...place], call: (scope) => powers.listPowers(scope, { show: 'all', page: 1 }) },
  'powers.listPowers of a place below': { sees: [...office, ...agency, ...above, ...place], call: (scope) => powers.listPowers(scope, { place: '990101', show: 'inForce', page: 1 }) },
  'powers.powersFor': { sees: [...office, ...agency, ...above, ...place], call: (scope) => readAlone(powers.powersFor(scope, { regionCode: '990101', domain: 'environment' })) },
  'powers.bodiesFor': { sees: [...office, ...agency, ...above, ...place], call: async (scope) => (await readAlone(powers.bodiesFor(scope, { regionCode: '990101', domain: 'environment' }))).length },
  'powers.heldOf': { sees: [...office, ...agency, ...above, ...place], call: async (scope) => (await readAlone(powers.heldOf(scope, [ground().powerItemId]))).length },
  'powers.citedPowersOf': { sees: [...office, ...agency, ...above, ...place], call: (scope) => readAlone(powers.citedPowersOf(scope, [ground().powerItemId])) },
  'powers.powersOfClue': {
    sees: office,
    call: async (scope) => {
      await db.clueEvaluation.updateMany({ where: { clueId: ground().running.clueId }, data: { powerItemIds: [ground().powerItemId] } })
      return readAlone(powers.powersOfClue(scope, ground().running.clueId))
    },
  },
  'powers.powersOfCase': { sees: office, call: (scope) => readAlone(powers.powersOfCase(scope, ground().running.caseId)) },
  'powers.listCitations': {
    sees: [...office, ...agency, ...above],
    call: async (scope) => {
      await db.recommendation.update({ where: { id: ground().running.letterId }, data: { powerItemIds: [ground().powerItemId] } })
      return powers.listCitations(scope, ground().powerItemId)
    },
  },
  'powers.findPower': { sees: [...office, ...agency, ...above, ...place], call: (scope) => powers.findPower(scope, ground().powerItemId) },
  'roster.findCaseToAsk': { sees: office, call: async (scope) => ((await roster.findCaseToAsk(scope, ground().running.caseId)) ? 1 : 0) },
  'roster.listLeaders': {
    sees: [...office, ...agency, ...place],
    call: async (scope) => {
      await db.seatHolding.updateMany({ data: { userId: scope.userId } })
      return roster.listLeaders(scope)
    },
  },
  'undertakings.listUndertakings of a kind that is not open': { sees: [...office, ...agency, ...above], call: (scope) => undertakings.listUndertakings(scope, { kind: 'dispute', show: 'all', page: 1 }) },
  'undertakings.listUndertakings of a kind that is open': {
    sees: [...office, ...agency, ...above, ...place], call: (scope) => undertakings.listUndertakings(scope, { kind: 'riskItem', show: 'all', page: 1 }),
  },
  'undertakings.listTallies': { sees: [...office, ...agency, ...above, ...place], call: async (scope) => (await undertakings.listTallies(scope)).length },
  'undertakings.listRisks': { sees: [...office, ...agency, ...above, ...place], call: (scope) => undertakings.listRisks(scope) },
  'undertakings.listRepeatedFaults': { sees: [...office, ...agency, ...above, ...place], call: (scope) => undertakings.listRepeatedFaults(scope) },
  'undertakings.findRow': { sees: [...office, ...agency, ...above], call: (scope) => undertakings.findRow(scope, ground().disputeId) },
  'undertakings.findParticipation': { sees: [...office, ...agency, ...above], call: (scope) => undertakings.findParticipation(scope, ground().invitationId) },
  'undertakings.findInvited': { sees: [...office, ...agency, ...above], call: async (scope) => ((await undertakings.findInvited(scope, ground().invitationId)) ? 1 : 0) },
  'undertakings.listAround': {
    sees: [...office, ...agency, ...above],
    call: async (scope) => {
      const { links: _, ...around } = await undertakings.listAround(scope, ground().disputeId)
      return around
    },
  },
})
