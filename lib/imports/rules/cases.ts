import type { z } from 'zod'
import { enterLateInput, lateLetterInput } from '@/lib/cases/schema'
import { approvalErrors } from '@/lib/clues/rules/approval'
import { listDomains, sourcesEntered } from '@/lib/clues/rules/dictionaries'
import { dateFault, listFaults } from '@/lib/recommendations/rules/late'
import { replyOnBehalfInput } from '@/lib/recommendations/schema'
import type { RowFault, SheetRow } from '../schema'
import { isFormula, listOf } from './cells'
import { claims, columns, methods, mostCharacters, required, stages, urgency } from './columns'

/** What the office's own record says about the words of a sheet. */
export type KnownMatters = {
  readonly agencies: ReadonlyMap<string, string>
  /** Prosecutors by name; several may share one. */
  readonly prosecutors: ReadonlyMap<string, readonly string[]>
  /** Document numbers the office has used. */
  readonly numbers: ReadonlySet<string>
  /** Whose cases the reader may answer for; null where for all. */
  readonly ownOnly: string | null
}

const all = Object.keys(columns.cases)
const from = (first: string, last: string) => all.slice(all.indexOf(first), all.indexOf(last) + 1)
const letterColumns = from('letterNumber', 'filedOn')
const replyColumns = from('replyNumber', 'claimed')
const any = (row: SheetRow, names: readonly string[]) => names.some((name) => row[name])

export const hasReply = (row: SheetRow): boolean => any(row, replyColumns)
export const hasLetter = (row: SheetRow): boolean => any(row, letterColumns) || hasReply(row)

const placeholder = '00000000-0000-4000-8000-000000000000'
const keyOf = (list: readonly { key: string; name: string }[], word = '') => list.find(({ name }) => name === word)?.key
const given = <T extends Record<string, unknown>>(values: T) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T

/** The row as `case.enterLate` takes it; a case with a letter has been investigated. */
export const caseOf = (row: SheetRow, known: KnownMatters) => given({
  stage: hasLetter(row) ? 'investigated' : stages[row.stage ?? ''],
  agencyId: known.agencies.get(row.agency ?? '') ?? placeholder, leadProsecutorId: known.prosecutors.get(row.lead ?? '')?.[0] ?? placeholder,
  title: row.title, domain: keyOf(listDomains(), row.domain), source: keyOf(sourcesEntered(), row.source), place: row.place, facts: row.facts, harm: row.harm,
  openedOn: row.openedOn, decisionNumber: row.decisionNumber, legalBasis: listOf(row.legalBasis), decisionServedOn: row.decisionServedOn, reason: row.reason,
  superiorApprover: row.superiorApprover, superiorApprovedOn: row.superiorApprovedOn, superiorApprovalNumber: row.superiorApprovalNumber,
})

/** The row as `case.enterLetter` takes it. */
export const letterOf = (row: SheetRow, sourceText: string) => given({
  letterNumber: row.letterNumber, letterTitle: row.letterTitle, decidedOn: row.decidedOn, sourceText, duty: row.duty, dutyFindings: row.dutyFindings,
  letterReasons: row.letterReasons, legalBasis: listOf(row.legalBasis), measureLines: listOf(row.measureLines), faultLines: listOf(row.faultLines),
  proofLines: listOf(row.proofLines), urgent: urgency[row.urgent ?? ''], urgentReason: row.urgentReason, rectificationMonths: row.rectificationMonths,
  rectificationReason: row.rectificationReason, contactPhone: row.contactPhone, method: methods[row.method ?? ''], sentOn: row.sentOn,
  receivedOn: row.receivedOn, receivedBy: row.receivedBy, filedOn: row.filedOn, reason: row.reason,
})

/** The row as `recommendation.replyOnBehalf` takes it; one word on what was done holds for every demand. */
export function replyOf(row: SheetRow, demandIds: readonly string[]) {
  const said = listOf(row.claimed).map((word) => claims[word])
  return given({
    number: row.replyNumber, signerName: row.signerName, arrivedOn: row.arrivedOn, contact: row.replyContact, adoption: row.adoption,
    items: demandIds.map((demandId, index) => ({ demandId, claimed: said[said.length === 1 ? 0 : index], summary: row.adoption })),
  })
}

/** Everything that is wrong with each row, by what is known and what stands above it in the sheet. */
export function checkCases(rows: readonly SheetRow[], known: KnownMatters): RowFault[][] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const faults: RowFault[] = []
    const add = (column: string, fault: RowFault['fault'], wrong = true) => {
      if (wrong && !faults.some((each) => each.column === column)) faults.push({ column, fault })
    }
    for (const [column, cell] of Object.entries(row)) {
      add(column, 'tooLong', cell.length > mostCharacters.cases)
      add(column, 'formula', isFormula(cell))
    }
    for (const column of required.cases) add(column, 'missing', !row[column])
    for (const [column, words] of wordsOf(row)) add(column, 'unknownValue', words.some((word) => word === undefined))
    add('agency', 'unknownUnit', !known.agencies.has(row.agency ?? ''))
    const leads = known.prosecutors.get(row.lead ?? '') ?? []
    add('lead', leads.length > 1 ? 'severalPeople' : 'unknownPerson', leads.length !== 1)
    add('lead', 'notTeam', hasReply(row) && known.ownOnly !== null && known.ownOnly !== leads[0])
    for (const column of ['decisionNumber', 'letterNumber']) {
      const number = row[column]
      if (!number) continue
      add(column, 'taken', known.numbers.has(number))
      add(column, 'twice', seen.has(number))
      seen.add(number)
    }
    checkStage(row, add)
    for (const [column, fault] of refusals(row, known)) add(column, fault)
    checkOrder(row, add)
    for (const [column, key] of Object.entries(approvalErrors(keyOf(listDomains(), row.domain) ?? '', row.openedOn ?? '', row)))
      add(column, key === 'clues.refuse.approval' ? 'approval' : 'approvedLater', Boolean(row.openedOn) && keyOf(listDomains(), row.domain) !== undefined)
    return faults
  })
}

type Add = (column: string, fault: RowFault['fault'], wrong?: boolean) => void

/** Cells that hold one of a few words, with what each word stands for. */
function wordsOf(row: SheetRow): [string, (string | undefined)[]][] {
  const word = (column: string, meaning: string | undefined): [string, (string | undefined)[]] => [column, row[column] ? [meaning] : []]
  return [
    word('domain', keyOf(listDomains(), row.domain)), word('source', keyOf(sourcesEntered(), row.source)), word('stage', stages[row.stage ?? '']),
    word('urgent', urgency[row.urgent ?? '']), word('method', methods[row.method ?? '']), ['claimed', listOf(row.claimed).map((each) => claims[each])],
  ]
}

function checkStage(row: SheetRow, add: Add): void {
  const stage = stages[row.stage ?? '']
  if (hasLetter(row)) add('stage', 'stageLetter', stage !== undefined && stage !== 'investigated')
  else add('stage', 'missing', !row.stage)
  const served = hasLetter(row) || (stage !== undefined && stage !== 'opened')
  add('decisionServedOn', 'missing', served && !row.decisionServedOn)
  add('decisionServedOn', 'notServed', !served && Boolean(row.decisionServedOn))
}

function checkOrder(row: SheetRow, add: Add): void {
  const { openedOn = '', decisionServedOn, decidedOn = '', sentOn = '', receivedOn = '', filedOn, arrivedOn } = row
  add('decisionServedOn', 'order', Boolean(decisionServedOn) && decisionServedOn! < openedOn)
  if (!hasLetter(row)) return
  const early = dateFault({ openedOn, decidedOn, sentOn, receivedOn, ...(filedOn ? { filedOn } : {}) })
  if (early) add(early, 'order')
  add('arrivedOn', 'order', Boolean(arrivedOn) && arrivedOn! < receivedOn)
  const demands = listOf(row.measureLines).length
  for (const column of listFaults({ measureLines: listOf(row.measureLines), faultLines: listOf(row.faultLines), proofLines: listOf(row.proofLines) })) add(column, 'listLength')
  add('claimed', 'listLength', hasReply(row) && ![1, demands].includes(listOf(row.claimed).length))
}

const columnOf: Readonly<Record<string, string>> = {
  agencyId: 'agency', leadProsecutorId: 'lead', number: 'replyNumber', contact: 'replyContact', items: 'claimed',
}

/** The column a field of the steps is filled from. */
export const columnOfField = (field: string): string => {
  const name = field.split('.')[0]!
  return columnOf[name] ?? name
}
const faultOf: Readonly<Record<string, RowFault['fault']>> = {
  'field.required': 'missing', 'field.tooShort': 'tooShort', 'field.tooLong': 'tooLong', 'field.date': 'badDate', 'field.future': 'future',
}

// The same schemas as the forms': a sheet lets nothing in that a form would refuse.
function refusals(row: SheetRow, known: KnownMatters): [string, RowFault['fault']][] {
  const demandIds = listOf(row.measureLines).map(() => placeholder)
  return [
    ...issuesOf(enterLateInput, caseOf(row, known), row),
    ...(hasLetter(row) ? [...issuesOf(lateLetterInput, letterOf(row, row.source || placeholder), row), ...reasonFaults(row)] : []),
    ...(hasReply(row) ? issuesOf(replyOnBehalfInput, replyOf(row, demandIds), row) : []),
  ]
}

const reasonFaults = (row: SheetRow): [string, RowFault['fault']][] => [
  ...(urgency[row.urgent ?? ''] === 'on' && !row.urgentReason ? [['urgentReason', 'missing'] as [string, RowFault['fault']]] : []),
  ...(row.rectificationMonths && !row.rectificationReason ? [['rectificationReason', 'missing'] as [string, RowFault['fault']]] : []),
]

function issuesOf(schema: z.ZodObject, input: object, row: SheetRow): [string, RowFault['fault']][] {
  const parsed = schema.strict().safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => {
    const column = columnOfField(String(path[0]))
    return [column, !row[column] ? 'missing' : faultOf[message] ?? 'invalid']
  })
}
