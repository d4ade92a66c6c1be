import '@/lib/procedures'
import { checkCaseClocks } from '@/lib/cases/data/integrity'
import { checkClueClocks } from '@/lib/clues/data/integrity'
import { checkDutyCycles } from '@/lib/duty-cycles/data'
import { checkClocksOfClosed, checkClockSubjects, checkPapers, checkQueues, checkTrail, type Tables } from '@/lib/engine/integrity'
import { checkFigures } from '@/lib/figures/data/integrity'
import { checkAudit, checkFiles, keepChecks, runChecks, type Check, type Finding } from '@/lib/platform/integrity'
import { checkNamedPeople, checkObligationQueues } from '@/lib/worklist/data/queues'
import { checkHandlingClocks, checkLetterClocks, checkOneLetter, checkRectified, checkVerdicts } from '@/lib/recommendations/data/integrity'

const matters = (kind: string) => `(SELECT * FROM oversight_matter WHERE kind = '${kind}')`
const tables: Tables = {
  clue: 'clue', case: 'case_file', recommendation: 'recommendation', handling: 'handling', dutyCycle: 'duty_cycle', lookBack: 'look_back',
  filing: matters('filing'), superiorRequest: matters('superiorRequest'), supervision: matters('supervision'),
  undertaking: 'undertaking', participation: 'participation', dataItem: 'data_item', dataRequest: 'data_request', powerItem: 'power_item',
  outcome: '(SELECT o.*, c.audience FROM outcome o JOIN case_file c ON c.id = o.case_id)',
  caseFamily: 'case_family',
  actionItem: 'action_item', observerAttendance: 'observer_attendance', bulletin: 'bulletin', bulletinReading: 'bulletin_reading', meeting: 'joint_meeting', attendance: 'attendance', issue: 'issue', calendarFeed: 'calendar_feed',
  leadingGroup: 'leading_group', groupSeat: 'group_seat', appointment: 'appointment', engagement: 'engagement',
  letter: 'letter', charter: 'charter', fulfilment: 'fulfilment', charterQuestion: 'charter_question',
}

// A promise comes up by the calendar or by another record's step: until somebody acts on it, its clock's history tells, not the chain.
// An opinion is compared from its second version on, when somebody has worked on it.
const acted: Tables = { ...tables, fulfilment: `(SELECT * FROM fulfilment WHERE status <> 'owed')`, charter: '(SELECT * FROM charter WHERE version > 1)' }

/** The composition root of the checks: what must hold in any database whatever happened to it. */
export const integrityChecks = {
  clueClocks: checkClueClocks,
  caseClocks: checkCaseClocks,
  letterClocks: checkLetterClocks,
  handlingClocks: checkHandlingClocks,
  dutyCycles: checkDutyCycles,
  verdicts: checkVerdicts,
  rectified: checkRectified,
  oneLetter: checkOneLetter,
  clockSubjects: () => checkClockSubjects(tables),
  clocksOfClosed: () => checkClocksOfClosed(tables),
  trail: () => checkTrail(acted),
  queues: () => checkQueues(tables),
  figures: checkFigures,
  obligationQueues: checkObligationQueues,
  namedPeople: checkNamedPeople,
  papers: checkPapers,
  files: checkFiles,
  audit: checkAudit,
} as const satisfies Readonly<Record<string, Check>>

/** Reads everything as the application may read it; nothing is put right here. */
export const runIntegrityChecks = (): Promise<Finding[]> => runChecks(integrityChecks)

/** The nightly job. */
export const keepIntegrityChecks = (): Promise<void> => keepChecks(integrityChecks)
