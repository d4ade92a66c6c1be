import { dateColumn, now, type LocalDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { Failure } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import type { PaperContent, PaperZone } from './blocks'
import type { PaperProblem } from './check'
import { composePaper } from './compose'
import { pageFormat } from './format'
import { contentHash, type Frozen } from './frozen'
import { getTemplate } from './library'
import { assignNumber, takeNumber } from './numbers'
import type { PaperData } from './values'

export type IssueInput = {
  kind: string
  subject: { readonly type: string; readonly id: string }
  regionCode: string
  issuerUnitId: string
  data: PaperData
  number: { taken: string } | { given: string } | 'assign' | 'none'
  signedById: string | null
  issuedOn: LocalDate
  audience: string[]
  zone?: PaperZone
  /** Another body's paper, entered from its scan. */
  scanFileId?: string
}

/** Signs a paper: takes its number, freezes what it says and keeps the hash. Composes before it numbers, so nothing is burnt. */
export async function issuePaper(tx: Tx, input: IssueInput): Promise<{ id: string; number: string | null; title: string }> {
  const { kind, subject, regionCode, issuerUnitId, issuedOn, signedById, audience } = input
  const template = getTemplate(kind, issuedOn)
  const zone = input.zone ?? template.zone
  if (zone === 'inner' && !audience.every((token) => token.startsWith('z:'))) {
    throw new Error(`${kind} stays inside and was offered to ${audience.join(' ')}`)
  }
  const fields: PaperData = { issuerName: await issuerName(tx, input), ...withoutBlank(input.data), issuedOn }
  compose(kind, issuedOn, fields)

  const id = newId()
  const taker = { unitId: issuerUnitId, template, issuedOn, paperId: id }
  let number: string | null = null
  if (input.number === 'assign') number = await assignNumber(tx, taker)
  else if (input.number !== 'none') number = 'given' in input.number ? input.number.given : await takeNumber(tx, taker, input.number.taken)

  const numbered: PaperData = number === null ? fields : { ...fields, number }
  const content: PaperContent = { ...compose(kind, issuedOn, numbered), zone }
  const data = json({ fields: numbered, content } satisfies Frozen)
  const row = {
    kind, regionCode, issuerUnitId, number, zone, data,
    templateVersion: template.version, subjectType: subject.type, subjectId: subject.id, title: content.title,
  }
  await tx.paper.create({
    data: {
      ...row, id, signedById, audience,
      numberSource: sourceOf(input.number), contentHash: contentHash({ ...row, issuedOn }),
      issuedOn: dateColumn(issuedOn), createdAt: now(), scanFileId: input.scanFileId ?? null, onBehalf: typeof input.number === 'object' && 'given' in input.number,
    },
  })
  return { id, number, title: content.title }
}

function compose(kind: string, issuedOn: LocalDate, fields: PaperData): PaperContent {
  const composed = composePaper(kind, issuedOn, fields)
  if (composed.ok) return composed.paper
  throw incomplete(kind, issuedOn, composed.problems)
}

/** Missing text is the official's to write; an unknown or malformed field is the programmer's. */
function incomplete(kind: string, issuedOn: LocalDate, problems: PaperProblem[]): Error {
  const wrong = problems.filter((problem) => problem.reason !== 'missing')
  if (wrong.length > 0) {
    return new Error(`${kind}: ${wrong.map((one) => `${one.path} is ${one.reason}`).join(', ')}`)
  }
  const missing = [...new Set(problems.map((problem) => problem.label))].join(pageFormat().words.separator)
  return new Failure('refused', 'papers.refuse.incomplete', undefined, { paper: getTemplate(kind, issuedOn).name, missing })
}

async function issuerName(tx: Tx, { issuerUnitId, data }: IssueInput): Promise<string> {
  if (typeof data.issuerName === 'string') return data.issuerName
  return (await tx.unit.findUniqueOrThrow({ where: { id: issuerUnitId }, select: { name: true } })).name
}

function withoutBlank(data: PaperData): PaperData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null))
}

const sourceOf = (number: IssueInput['number']) =>
  number === 'assign' ? 'assigned' : number === 'none' ? 'none' : 'given' in number ? 'given' : 'taken'
