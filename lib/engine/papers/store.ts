import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { type Paper, Prisma } from '@/prisma/generated/client'
import { unfreeze, type Frozen } from './frozen'
import { voidNumber } from './numbers'

const inScope = (scope: Scope): Prisma.PaperWhereInput => ({ audience: { hasSome: [...scope.tokens] } })

export type PaperRow = Pick<
  Paper,
  'id' | 'kind' | 'subjectType' | 'subjectId' | 'issuerUnitId' | 'title' | 'number' | 'zone' | 'status' | 'voidReason' | 'scanFileId' | 'onBehalf'
> & { issuedOn: LocalDate; sealedOn: LocalDate | null }

const listed = {
  id: true, kind: true, subjectType: true, subjectId: true, issuerUnitId: true, title: true, number: true, zone: true,
  status: true, voidReason: true, scanFileId: true, onBehalf: true, issuedOn: true, sealedOn: true,
} satisfies Prisma.PaperSelect

type ListedPaper = Prisma.PaperGetPayload<{ select: typeof listed }>

export const toPaperRow = (paper: ListedPaper): PaperRow => ({
  ...paper,
  issuedOn: localDate(paper.issuedOn),
  sealedOn: paper.sealedOn ? localDate(paper.sealedOn) : null,
})

/** The papers of these records that this person may see, record by record and oldest first. */
export const papersOf = (scope: Scope, ...subjects: readonly { type: string; id: string }[]): Read<ListedPaper> => read(Prisma.sql`
  SELECT ${columnsOf(Object.fromEntries(Object.keys(listed).map((name) => [name, name])), 'p')}
  FROM unnest(${textArray(subjects.map(({ type }) => type))}, ${idArray(subjects.map(({ id }) => id))}) WITH ORDINALITY AS s(type, id, place)
    JOIN paper p ON p.subject_type = s.type AND p.subject_id = s.id
  WHERE p.audience && ${textArray(scope.tokens)} ORDER BY s.place, p.issued_on, p.id LIMIT 500`)

export const listPapers = async (scope: Scope, subject: { type: string; id: string }): Promise<PaperRow[]> =>
  (await readAlone(papersOf(scope, subject))).map(toPaperRow)

/** A paper with what it says; a row changed behind the system's back is refused. */
export async function findPaper(scope: Scope, id: string): Promise<(PaperRow & Frozen) | null> {
  if (!isId(id)) return null
  const paper = await db.paper.findFirst({ where: { id, ...inScope(scope) } })
  if (!paper) return null
  const { fields, content } = unfreeze(paper)
  return { ...toPaperRow(paper), fields, content }
}

/** 用印: the stamped scan is the paper from now on. */
export async function sealPaper(tx: Tx, id: string, { on, scanFileId }: { on: LocalDate; scanFileId: string | null }): Promise<void> {
  await moveOn(tx, id, ['issued'], { status: 'sealed', sealedOn: dateColumn(on), scanFileId })
}

/** A paper that is void keeps its number and stays readable. */
export async function voidPaper(tx: Tx, id: string, reason: string): Promise<void> {
  await moveOn(tx, id, ['issued', 'sealed'], { status: 'void', voidReason: reason })
  await voidNumber(tx, id, reason)
}

export async function supersedePaper(tx: Tx, id: string): Promise<void> {
  await moveOn(tx, id, ['issued', 'sealed'], { status: 'superseded' })
}

async function moveOn(tx: Tx, id: string, from: string[], data: Prisma.PaperUpdateManyMutationInput & { scanFileId?: string | null }): Promise<void> {
  const { count } = await tx.paper.updateMany({ where: { id, status: { in: from } }, data })
  if (count === 0) throw refuse('papers.refuse.status')
}
