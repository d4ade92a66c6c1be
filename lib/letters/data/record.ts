import type { Deadline, Letter } from '@/prisma/generated/client'
import { filesOf } from '@/lib/platform/files'
import { isId } from '@/lib/platform/id'
import { linesOf, toTimeLine } from '@/lib/engine/procedure/time-line'
import { papersOf, toPaperRow } from '@/lib/engine/papers/store'
import type { Scope } from '@/lib/platform/scope'
import { colleaguesOf } from '@/lib/identity/data'
import { businessRoles } from '@/lib/platform/roles'
import { columnsOf, read, readAlone, readTogether, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { sideOf, type LetterRow } from '../policy'
import { draftAnswerInput, type AnswerInput } from '../schema'
import { ledUnits } from './row'

type Named = { readonly senderName: string; readonly receiverName: string; readonly authorName: string; readonly handlerName: string | null; readonly proposedName: string | null }
type Linked = { readonly id: string; readonly number: string | null; readonly title: string }
type Whole = Letter & LetterRow & Named & { readonly cases: readonly Linked[] }

const letterOf = (scope: Scope, id: string): Read<Whole> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.LetterScalarFieldEnum, 'x')}, ${ledUnits('x')} AS "ledUnitIds", s.short_name AS "senderName", r.short_name AS "receiverName", a.name AS "authorName",
    (SELECT name FROM app_user WHERE id = x.handler_id) AS "handlerName", (SELECT short_name FROM unit WHERE id = x.proposed_unit_id) AS "proposedName",
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'title', c.title)), '[]'::json) FROM case_file c
      WHERE c.id IN (x.case_id, x.used_case_id) AND c.audience && ${textArray(scope.tokens)}) AS cases
  FROM letter x JOIN unit s ON s.id = x.sender_id JOIN unit r ON r.id = x.receiver_id JOIN app_user a ON a.id = x.author_id
  WHERE x.id = ${id}::uuid AND x.audience && ${textArray(scope.tokens)}`)

/** A letter as this reader may read it: what a body notes for itself stays with it. */
export async function findLetter(scope: Scope, id: string) {
  if (!isId(id)) return null
  const [found] = await readAlone(letterOf(scope, id))
  if (!found) return null
  const side = sideOf(scope.unitId, found)
  const sender = side === 'sender'
  const receiver = side === 'receiver'
  return {
    ...found, side,
    // A list nobody has written to yet is null to a statement of our own.
    pointAnswers: found.pointAnswers ?? [],
    innerOpinion: sender ? found.innerOpinion : null, approver: sender ? found.approver : null, authorName: sender ? found.authorName : null,
    handlerId: receiver ? found.handlerId : null, handlerName: receiver ? found.handlerName : null, handlerNote: receiver ? found.handlerNote : null,
    registryNumber: receiver ? found.registryNumber : null,
    answerDraft: receiver ? readDraft(found.answerDraft) : null,
    case: found.cases.find((each) => each.id === found.caseId) ?? null, usedCase: found.cases.find((each) => each.id === found.usedCaseId) ?? null,
  }
}

export type LetterView = NonNullable<Awaited<ReturnType<typeof findLetter>>>

function readDraft(kept: unknown): AnswerInput | null {
  const parsed = draftAnswerInput.safeParse(kept)
  return parsed.success ? parsed.data : null
}

export type Said = { readonly id: string; readonly text: string; readonly sentAt: Date; readonly unit: string; readonly author: string }

const messagesOf = (scope: Scope, id: string): Read<Said> => read(Prisma.sql`
  SELECT m.id, m.text, m.sent_at AS "sentAt", u.short_name AS unit, p.name AS author
  FROM letter_message m JOIN letter x ON x.id = m.letter_id AND x.audience && ${textArray(scope.tokens)} JOIN unit u ON u.id = m.unit_id JOIN app_user p ON p.id = m.author_id
  WHERE m.letter_id = ${id}::uuid ORDER BY m.sent_at, m.id LIMIT 200`)

const clocksOf = (scope: Scope, id: string): Read<Deadline> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.DeadlineScalarFieldEnum, 'd')} FROM deadline d
  WHERE d.subject_type = 'letter' AND d.subject_id = ${id}::uuid AND d.audience && ${textArray(scope.tokens)} ORDER BY d.created_at, d.id`)

const unitsOf = (scope: Scope): Read<{ readonly id: string; readonly name: string }> => read(Prisma.sql`
  SELECT id, name FROM unit WHERE region_code = ${scope.regionCode} AND active AND id <> ${scope.unitId}::uuid ORDER BY kind, name`)

const casesOf = (scope: Scope): Read<Linked> => read(Prisma.sql`
  SELECT c.id, c.number, c.title FROM case_file c WHERE c.procuratorate_id = ${scope.unitId}::uuid AND c.audience && ${textArray(scope.tokens)} ORDER BY c.opened_on DESC, c.id DESC LIMIT 100`)

/** What stands around a letter already found in scope, in one statement. */
export async function listAround(scope: Scope, id: string) {
  const { lines, papers, ...found } = await readTogether({
    messages: messagesOf(scope, id), clocks: clocksOf(scope, id), lines: linesOf([{ type: 'letter', id }]), papers: papersOf(scope, { type: 'letter', id }),
    files: filesOf(scope, { type: 'letter', ids: [id] }), handlers: colleaguesOf(scope, businessRoles), units: unitsOf(scope), cases: casesOf(scope),
  })
  return { ...found, timeLine: toTimeLine(scope, lines), papers: papers.map(toPaperRow) }
}
