import { idOf } from '@/prisma/seed/names'
import type { Ground } from './ground'

/** By who reads them, and where these are many by what they are about. */
export const pagesOf: Record<string, (ground: Ground) => string[]> = {
  'liyuan.prosecutor on clues, cases and letters': (ground) => [
    '/', '/?view=unit&part=later', '/?view=mine&part=items', '/?view=unit&part=owing', '/clues', '/clues/new', `/clues/${ground.running.clueId}`, `/clues/${ground.closed.clueId}`, `/clues/${ground.running.clueId}?tab=clocks`, '/cases', `/cases/${ground.running.caseId}`,
    `/cases/${ground.ready.caseId}?tab=material`, `/recommendations/new?case=${ground.ready.caseId}`, `/recommendations/${ground.inner.letterId}/edit`,
    '/recommendations', `/recommendations/${ground.running.letterId}`, `/recommendations/${ground.closed.letterId}`, `/recommendations/cycles/${ground.cycleId}`, `/look-backs/${ground.closed.lookBackId!}`,
    '/case-families', '/case-families/new', '/case-families/new?domain=environment', `/case-families/${ground.familyId}`,
  ],
  'liyuan.prosecutor on the opinion and its meetings': (ground) => [
    '/charters', `/charters/${ground.charter.id}`, `/charters/${ground.charter.id}/ask`, `/charters/obligations/${ground.charter.obligationId}`,
    `/charters/fulfilments/${ground.charter.fulfilmentId}`, `/charters/questions/${ground.charter.questionId}`,
    '/bulletins', '/bulletins/new', '/bulletins/new?kind=quarterlyReport', '/bulletins/new?kind=workPlan', `/bulletins/${ground.bulletinId}`, '/action-items?side=given', '/action-items/new', `/action-items/${ground.itemId}`, '/meetings', '/meetings/new', '/meetings/calendar', `/meetings/${ground.meetingId}`, '/meetings/issues', '/meetings/office', '/roster/coverage', `/roster/units/${idOf('unit:liyuan.water')}`, `/meetings/issues/${ground.issueId}`, '/meetings/observers', '/meetings/observers/new', `/meetings/observers/${ground.observerId}`,
  ],
  'liyuan.prosecutor on what units do together': (ground) => [
    '/exchange', '/exchange?part=requests', '/exchange?part=uses', '/exchange/new?kind=caseInformation', `/exchange/${ground.dataItemId}`, `/exchange/requests/${ground.dataRequestId}`, '/powers', '/powers?show=all', `/powers/${ground.powerItemId}`,
    '/roster', `/roster/people/${ground.roster.appointmentId}`, `/roster/engagements/${ground.roster.engagementId}`, `/roster/engagements/new?case=${ground.running.caseId}`, '/roster/new?kind=secondment',
    '/undertakings', '/undertakings/new?kind=campaign', `/undertakings/${ground.disputeId}`, `/undertakings/${ground.reviewId}`, '/undertakings/risks', '/figures', '/figures/cases', '/outcomes', `/outcomes/${ground.outcomeId}`, `/outcomes/new?case=${ground.running.caseId}&kind=structuresRemoved`,
  ],
  'liyuan.prosecutor on the rest': () => [
    '/notices', '/search?q=建筑垃圾', '/calendar', '/rules', '/guide', '/account', '/account/password',
  ],
  'liyuan.manager': (ground) => [
    '/letters', `/letters/${ground.letters.sharedId}`, `/letters/${ground.letters.draftId}`, '/letters/enter?kind=participationInvite',
  ],
  'liyuan.head': (ground) => [`/letters/${ground.letters.draftId}`],
  'liyuan.prosecutor2': (ground) => ['/letters/new', `/letters/new?kind=assistanceRequest&to=${ground.letters.receiverId}`],
  'liyuan.water.handler': (ground) => [`/letters/${ground.letters.sharedId}`],
  'liyuan.chief': (ground) => ['/', `/recommendations/${ground.inner.letterId}`],
  'liyuan.water.liaison': (ground) => [`/case-families/${ground.familyId}`, '/', '/recommendations', `/recommendations/${ground.running.letterId}`, '/clues/new', '/meetings', `/meetings/${ground.meetingId}`, '/action-items', `/action-items/${ground.itemId}`, '/undertakings', `/undertakings/${ground.riskId}`],
  'liyuan.court': (ground) => ['/', `/clues/${ground.running.clueId}`],
  'liyuan.admin': () => ['/', '/admin/users', '/admin/users/new', '/admin/deliveries', '/admin/imports', '/handovers', '/admin/units', '/admin/units/new', '/admin/settings', '/admin/regions', '/admin/regions/990101', '/admin/calendar', '/admin/upkeep'],
  'liyuan.government': (ground) => ['/roster/groups/new', `/roster/groups/${ground.roster.groupId}`, `/roster/seats/${ground.roster.seatId}`, '/charters/new', `/charters/${ground.charter.draftId}`, `/charters/${ground.charter.draftId}/compare`, `/charters/${ground.charter.draftId}/obligation`, `/charters/${ground.charter.draftId}/obligation?way=event`],
  'liyuan.bureau': () => ['/powers/new', '/powers/new?domain=environment', '/powers/imports'],
  'liyuan.audit': () => ['/admin/audit'],
}
