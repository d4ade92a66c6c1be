import { idOf } from '@/prisma/seed/names'
import type { Ground } from './ground'

/** What is behind a route: addresses to try with who may find the planted words there, or why there is nothing to find. */
export type Door = { readonly probes: readonly Probe[] } | { readonly open: string }
export type Probe = { readonly path: string; readonly sees: readonly string[] }
export type Planted = Ground & {
  readonly papers: Readonly<Record<string, string>>
  readonly notice: string
  readonly evidenceFile: string
  readonly reportedFile: string
}

export const office = ['liyuan.prosecutor', 'liyuan.chief']
export const agency = ['liyuan.water.liaison']
export const court = ['liyuan.court']
export const insiders = [...office, ...agency, ...court]
/** Nobody's party: another body of the place, another place, bureau without an article, viewer, the three administrators. */
export const outsiders = [
  'liyuan.urban.liaison', 'liyuan.bureau', 'liyuan.government', 'jinli.prosecutor', 'jinli.water.liaison', 'jinli.court', 'jinli.viewer',
  'liyuan.admin', 'liyuan.security', 'liyuan.audit',
]
const parties = [...office, ...agency]
/** Drafts the opinion of the place and interprets it. */
const drafter = 'liyuan.government'
/** Everybody who works in the place: what its charter and its open undertakings say. */
const place = [...insiders, 'liyuan.urban.liaison', 'liyuan.bureau', drafter]
const nobody: readonly string[] = []

const at = (sees: readonly string[], ...paths: string[]): Door => ({ probes: paths.map((path) => ({ path, sees })) })
const doors = (...more: Door[]): Door => ({ probes: more.flatMap((door) => ('probes' in door ? door.probes : [])) })

/** Every route of the build. One that is not named here has no guard. */
export const routes = ({ running, closed, inner, ready, letters, itemId, outcomeId, familyId, cycleId, observerId, bulletinId, readingId, meetingId, attendanceId, issueId, charter, disputeId, invitationId, riskId, reviewId, roster, dataItemId, dataRequestId, powerItemId, papers, notice, evidenceFile, reportedFile }: Planted): Record<string, Door> => ({
  '/': doors(at([...insiders, drafter], '/'), at([...parties, ...court, drafter], '/?view=unit')),
  '/account': at(nobody, '/account'),
  '/account/password': at(nobody, '/account/password'),
  '/account/prove': at(nobody, '/account/prove'),
  '/account/second-factor': at(nobody, '/account/second-factor'),
  '/account/sign-ins': at(nobody, '/account/sign-ins'),
  '/action-items': doors(at(agency, '/action-items'), at(office, '/action-items?side=given'), at(parties, '/action-items?side=all')),
  '/action-items/[id]': at(parties, `/action-items/${itemId}`),
  '/action-items/new': at(nobody, '/action-items/new'),
  '/admin/audit': at(nobody, '/admin/audit', '/admin/audit?action=recommendation', '/admin/audit?action=clue', '/admin/audit?action=case'),
  '/admin/calendar': at(nobody, '/admin/calendar'),
  '/admin/calendar/[year]': at(nobody, '/admin/calendar/2026', '/admin/calendar/2027'),
  '/admin/imports': at(nobody, '/admin/imports'),
  '/admin/imports/[id]': at(nobody, `/admin/imports/${running.caseId}`),
  '/admin/deliveries': at(nobody, '/admin/deliveries'),
  '/admin/deliveries/[id]': at(nobody, `/admin/deliveries/${running.caseId}`),
  '/admin/regions': at(nobody, '/admin/regions'),
  '/admin/regions/[code]': at(nobody, '/admin/regions/990101'),
  '/admin/settings': at(nobody, '/admin/settings'),
  '/admin/settings/[key]': at(nobody, '/admin/settings/lookBack.months'),
  '/admin/upkeep': at(nobody, '/admin/upkeep'),
  '/admin/units': at(nobody, '/admin/units'),
  '/admin/units/[id]': at(nobody, `/admin/units/${running.caseId}`),
  '/admin/units/new': at(nobody, '/admin/units/new'),
  '/admin/users': at(nobody, '/admin/users'),
  '/admin/users/[id]': at(nobody, `/admin/users/${running.caseId}`),
  '/admin/users/stale': at(nobody, '/admin/users/stale'),
  '/admin/users/new': at(nobody, '/admin/users/new'),
  '/bulletins': at(parties, '/bulletins'),
  '/bulletins/[id]': at(parties, `/bulletins/${bulletinId}`),
  '/bulletins/new': at(nobody, '/bulletins/new'),
  '/bulletins/readings/[id]': at(parties, `/bulletins/readings/${readingId}`),
  '/calendar': at(nobody, '/calendar'),
  '/case-families': at(parties, '/case-families', '/case-families?show=all'),
  '/case-families/[id]': at(parties, `/case-families/${familyId}`),
  '/case-families/new': at(['liyuan.prosecutor'], `/case-families/new?case=${ready.caseId}`, '/case-families/new?domain=environment'),
  '/cases': doors(at(parties, '/cases', '/cases?q=建筑垃圾', '/cases?stage=following')),
  '/cases/[id]': doors(
    at(parties, ...['', '?tab=material', '?tab=limits', '?tab=trail'].map((tab) => `/cases/${running.caseId}${tab}`), `/cases/${closed.caseId}`),
    at(office, `/cases/${inner.caseId}`),
  ),
  '/cases/imports': at(nobody, '/cases/imports'),
  '/cases/imports/[id]': at(nobody, `/cases/imports/${running.caseId}`),
  '/cases/new': at(nobody, '/cases/new'),
  '/charters': at(place, '/charters', '/charters?show=all'),
  '/charters/[id]': doors(at(place, `/charters/${charter.id}`), at([drafter], `/charters/${charter.draftId}`)),
  '/charters/[id]/ask': at(place, `/charters/${charter.id}/ask`),
  '/charters/[id]/obligation': at([drafter], `/charters/${charter.draftId}/obligation`, `/charters/${charter.draftId}/obligation?way=recurring`),
  '/charters/[id]/compare': at([drafter], `/charters/${charter.draftId}/compare`),
  '/charters/fulfilments/[id]': at(place, `/charters/fulfilments/${charter.fulfilmentId}`),
  '/charters/new': at(['liyuan.bureau', drafter], '/charters/new'),
  '/charters/obligations/[id]': at(place, `/charters/obligations/${charter.obligationId}`),
  '/charters/questions/[id]': at(place, `/charters/questions/${charter.questionId}`),
  '/clues': at([...office, ...court], '/clues', '/clues?q=建筑垃圾', '/clues?stage=opened'),
  '/clues/[id]': at([...office, ...court], ...['', '?tab=papers', '?tab=clocks', '?tab=trail'].map((tab) => `/clues/${running.clueId}${tab}`), `/clues/${closed.clueId}`),
  '/clues/[id]/compare/[other]': at(office, `/clues/${running.clueId}/compare/${closed.clueId}`),
  '/clues/new': at(nobody, '/clues/new'),
  '/exchange': doors(at(place, '/exchange', '/exchange?side=enforcement'), at(parties, '/exchange?part=requests', '/exchange?part=uses')),
  '/exchange/[id]': at(place, `/exchange/${dataItemId}`),
  '/exchange/new': at(nobody, '/exchange/new', '/exchange/new?kind=penalties'),
  '/exchange/requests/[id]': at(parties, `/exchange/requests/${dataRequestId}`),
  '/figures': at(nobody, '/figures', '/figures?year=all'),
  '/figures/cases': at(nobody, '/figures/cases', '/figures/cases?year=all'),
  '/guide': at(nobody, '/guide'),
  '/handlings/[id]': at(agency, `/handlings/${running.handlingId!}`),
  '/undertakings': doors(at(place, '/undertakings', '/undertakings?kind=riskItem'), at(parties, '/undertakings?kind=dispute')),
  '/undertakings/[id]': doors(at(parties, `/undertakings/${disputeId}`), at(place, `/undertakings/${riskId}`, `/undertakings/${reviewId}`)),
  '/undertakings/invitations/[id]': at(parties, `/undertakings/invitations/${invitationId}`),
  '/undertakings/new': at(nobody, '/undertakings/new', '/undertakings/new?kind=dispute'),
  '/undertakings/risks': at(place, '/undertakings/risks'),
  '/handovers': at(nobody, '/handovers'),
  '/letters': at(parties, '/letters', '/letters?show=all', '/letters?kind=adviceRequest'),
  '/letters/[id]': doors(at(parties, `/letters/${letters.sharedId}`), at(office, `/letters/${letters.draftId}`)),
  '/letters/enter': at(nobody, '/letters/enter', '/letters/enter?kind=adviceRequest'),
  '/letters/new': at(nobody, '/letters/new', '/letters/new?kind=adviceRequest'),
  '/look-backs/[id]': at(parties, `/look-backs/${closed.lookBackId!}`),
  '/meetings': at(parties, '/meetings', '/meetings?show=all'),
  '/meetings/[id]': at(parties, `/meetings/${meetingId}`),
  '/meetings/attendances/[id]': at(parties, `/meetings/attendances/${attendanceId}`),
  '/api/meetings/[id]/calendar': at(parties, `/api/meetings/${meetingId}/calendar`),
  '/api/calendar/[secret]': { open: 'a secret link of a person’s own: titles, times and places; proven by its own test' },
  '/meetings/calendar': at(nobody, '/meetings/calendar'),
  '/meetings/issues': at([...parties, 'liyuan.bureau', drafter], '/meetings/issues'),
  '/meetings/issues/[id]': at([...parties, 'liyuan.bureau', drafter], `/meetings/issues/${issueId}`),
  '/meetings/new': at(nobody, '/meetings/new'),
  '/meetings/office': at([...office, 'liyuan.bureau', drafter], '/meetings/office'),
  '/meetings/observers': at(parties, '/meetings/observers'),
  '/meetings/observers/[id]': at(parties, `/meetings/observers/${observerId}`),
  '/meetings/observers/new': at(nobody, '/meetings/observers/new'),
  '/notices': at([...insiders, drafter], '/notices', '/notices?show=unread'),
  '/notices/preferences': at(nobody, '/notices/preferences'),
  '/notices/[id]': at(['liyuan.prosecutor'], `/notices/${notice}`),
  '/oversight': at(office, '/oversight', '/oversight?show=all'),
  '/oversight/[id]': at(nobody, `/oversight/${running.caseId}`),
  '/oversight/new': at(['liyuan.chief'], '/oversight/new'),
  '/outcomes': at(parties, '/outcomes', '/outcomes?show=counted&kind=pointsFixed'),
  '/outcomes/[id]': at(parties, `/outcomes/${outcomeId}`),
  '/outcomes/new': at(['liyuan.prosecutor', ...agency], `/outcomes/new?case=${running.caseId}`),
  '/papers/[id]': doors(...paperDoors(papers, (id) => `/papers/${id}`)),
  '/api/papers/[id]': doors(...paperDoors(papers, (id) => `/api/papers/${id}`)),
  '/api/exports/[list]': doors(
    at(parties, '/api/exports/recommendations?format=xlsx', '/api/exports/cases?format=csv'), at([...office, ...court], '/api/exports/clues?format=xlsx'),
    at(nobody, '/api/exports/figures?format=csv'),
  ),
  '/api/imports/[kind]': at(nobody, '/api/imports/cases', '/api/imports/units'),
  '/api/imports/cases/[id]': at(nobody, `/api/imports/cases/${running.caseId}`),
  '/api/imports/powers/[id]': at(nobody, `/api/imports/powers/${running.caseId}`),
  '/api/presence/[type]/[id]': doors(
    at(parties, `/api/presence/case/${running.caseId}`, `/api/presence/recommendation/${running.letterId}`),
    at([...office, ...court], `/api/presence/clue/${running.clueId}`), at(office, `/api/presence/recommendation/${inner.letterId}`),
  ),
  '/api/files/[id]': doors(at(office, `/api/files/${evidenceFile}`), at(parties, `/api/files/${reportedFile}?inline`)),
  '/powers': at(place, '/powers', '/powers?show=all'),
  '/powers/[id]': at(place, `/powers/${powerItemId}`),
  '/powers/imports': at(nobody, '/powers/imports'),
  '/powers/imports/[id]': at(nobody, `/powers/imports/${running.caseId}`),
  '/powers/new': at(nobody, '/powers/new'),
  '/recommendations': at(parties, '/recommendations', '/recommendations?q=建筑垃圾', '/recommendations?rectified=no'),
  '/recommendations/[id]': doors(
    at(parties, ...['', '?tab=material', '?tab=limits', '?tab=trail'].map((tab) => `/recommendations/${running.letterId}${tab}`), `/recommendations/${closed.letterId}`),
    at(office, `/recommendations/${inner.letterId}`),
  ),
  '/recommendations/[id]/edit': at(['liyuan.prosecutor'], `/recommendations/${inner.letterId}/edit`),
  '/recommendations/[id]/preview': at(office, `/recommendations/${inner.letterId}/preview`),
  '/recommendations/cycles/[id]': at(parties, `/recommendations/cycles/${cycleId}`),
  '/recommendations/new': at(['liyuan.prosecutor'], `/recommendations/new?case=${ready.caseId}`),
  '/roster': at(place, '/roster'),
  '/roster/groups/[id]': at(place, `/roster/groups/${roster.groupId}`),
  '/roster/coverage': at(nobody, '/roster/coverage'),
  '/roster/units/[id]': at(place, `/roster/units/${idOf('unit:liyuan.water')}`),
  '/roster/groups/new': at([...office, 'liyuan.bureau', drafter], '/roster/groups/new'),
  '/roster/new': at(nobody, '/roster/new', '/roster/new?kind=expert', '/roster/new?kind=secondment'),
  '/roster/people/[id]': at(place, `/roster/people/${roster.appointmentId}`),
  '/roster/engagements/[id]': at(office, `/roster/engagements/${roster.engagementId}`),
  '/roster/engagements/new': at(['liyuan.prosecutor'], `/roster/engagements/new?case=${running.caseId}`),
  '/roster/seats/[id]': at(place, `/roster/seats/${roster.seatId}`),
  '/rules': at(nobody, '/rules'),
  '/search': doors(at(insiders, '/search?q=建筑垃圾'), at(place, '/search?q=堆场风险')),
  '/signed-in': at(nobody, '/signed-in'),
  '/typical-cases': { open: 'what was checked and approved for everybody' },
  '/typical-cases/[id]': { open: 'what was checked and approved for everybody; that nothing else opens here is proven by its own test' },
  '/sign-in': { open: 'nothing but a form; leads on who is signed in' },
  '/sign-in/code': { open: 'nothing but a form; leads on who needs no code' },
  '/setup/[token]': { open: 'a one-time link of an empty system' },
  '/_global-error': { open: 'the page of a failure' },
  '/_not-found': { open: 'the page of what is not there' },
  '/icon.svg': { open: 'the emblem' },
  '/api/auth/[...nextauth]': { open: 'sign-in itself, proven by its own tests' },
  '/api/csp': { open: 'takes browsers’ reports, answers nothing' },
  '/api/drafts': { open: 'takes a person’s own notes, answers nothing' },
  '/api/files': { open: 'takes files, answers their ids' },
  '/api/health': { open: 'for the operator’s monitor; names no person or record' },
  '/api/locale': { open: 'sets a cookie' },
})

const paperDoors = (papers: Readonly<Record<string, string>>, path: (id: string) => string): Door[] => [
  at(parties, path(papers.recommendationLetter!), path(papers.agencyReplyLetter!), path(papers.caseConclusionDecision!)),
  at(office, path(papers.investigationClosingReport!), path(papers.filingApprovalForm!), path(papers.reviewClosingReport!)),
  at([...office, ...court], path(papers.referralLetter!)),
]
