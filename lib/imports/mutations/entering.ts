import { queueNotice } from '@/lib/engine/notices/queue'
import { findAuthority } from '@/lib/engine/procedure/authority'
import { takeStep, type StepAnswer } from '@/lib/engine/procedure/take-step'
import { findActorNow } from '@/lib/platform/actor'
import { appendAudit } from '@/lib/platform/audit'
import { db, json, transact, type Tx } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { scopeOf, type Actor } from '@/lib/platform/scope'
import { queueJob } from '@/lib/platform/worker'
import { listKnownMatters } from '../data/cases'
import { cellsOf } from '../data/rows'
import { caseImportProcedure, importRowProcedure } from '../procedure'
import { checkCases, columnOfField } from '../rules/cases'
import type { Refusal } from '../schema'
import { importRowFeature } from './row'

/** One list after another, so that however many offices enter, the rest of the worker's jobs go on. */
export const entering = { name: 'enterCases', queue: 'imports' } as const

export const queueEntering = (tx: Parameters<typeof queueJob>[0]): Promise<void> => queueJob(tx, { ...entering, key: entering.name })

/** As many rows of a list as one run takes; then the next list has its turn, and a worker told to stop may. */
const rowsAtOnce = 50

type Started = { readonly id: string; readonly unitId: string; readonly startedById: string | null }

/** A run of the job. It may be cut off anywhere and started again: what a row has become stands with the row. */
export async function enterStartedLists(): Promise<void> {
  const lists = await db.rosterImport.findMany({ where: { status: 'entering' }, orderBy: { createdAt: 'asc' }, select: { id: true, unitId: true, startedById: true } })
  let more = false
  let broken: unknown = null
  // What stops one office's list, a row that somebody holds, stops no other's.
  for (const list of lists) {
    try {
      more = (await enterSome(list)) || more
    } catch (error) {
      broken = error
    }
  }
  if (more) await queueEntering(db)
  if (broken) throw broken
}

async function enterSome(list: Started): Promise<boolean> {
  const rows = await db.importRow.findMany({ where: { importId: list.id, status: 'waiting' }, orderBy: { line: 'asc' }, take: rowsAtOnce, select: { id: true } })
  for (const { id } of rows) {
    // Asked anew for each row: who lost the right in between enters nothing more.
    const actor = list.startedById === null ? null : await findActorNow(list.startedById)
    if (!actor || !mayEnter(actor, list)) {
      await finish(list.id, 'imports.refused.noRight')
      return false
    }
    await enterOne(actor, id)
  }
  if (rows.length === rowsAtOnce) return true
  await finish(list.id)
  return false
}

function mayEnter(actor: Actor, { unitId }: Started): boolean {
  const { hasRole, verdict } = findAuthority(importRowFeature, actor, 'enter', importRowProcedure.steps.enter, null)
  return actor.unitId === unitId && hasRole && verdict.allow
}

async function enterOne(actor: Actor, id: string): Promise<void> {
  const answer = await takeStep(actor, 'importRow.enter', id, {}, { requestId: `${entering.name}:${id}` }).catch((error: unknown): StepAnswer => {
    log('error', 'import.broken', { row: id, error: error instanceof Error ? error.name : typeof error })
    return { ok: false, code: 'unsure', reason: 'imports.refused.broken' }
  })
  if (answer.ok) return
  // Somebody holds what the row needs: the queue tries again later.
  if (answer.code === 'busy') throw new Error(`row ${id} is busy`)
  await refuseRow(actor, id, refusalOf(answer))
}

function refusalOf({ code, reason, fields, params }: Extract<StepAnswer, { ok: false }>): Refusal {
  const [field, key] = Object.entries(fields ?? {})[0] ?? []
  const more = params ? { params } : {}
  return field && key ? { key, column: columnOfField(field), ...more } : { key: reason ?? `errors.${code}`, ...more }
}

/** Only what still waits: a row that was entered before the line broke stays entered. */
const refuseRow = (actor: Actor, id: string, refusal: Refusal) => transact(async (tx) => {
  await tx.$queryRaw`SELECT 1 FROM import_row WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.importRow.findUniqueOrThrow({ where: { id } })
  if (row.status !== 'waiting') return
  const cells = cellsOf(row.cells)
  const faults = checkCases([cells], await listKnownMatters(scopeOf(actor), [cells], tx))[0] ?? []
  await tx.importRow.update({ where: { id }, data: { status: 'refused', faults: json(faults), refusal: json(refusal), version: { increment: 1 } } })
  await appendAudit(tx, [{
    stream: row.regionCode, actor: null, action: 'importRow.refuse', subjectType: 'importRow', subjectId: id, result: 'done', before: { status: 'waiting' },
    after: { status: 'refused', line: row.line, reason: refusal.key },
  }])
})

/** How many there were. */
export const refuseWaiting = async (tx: Tx, importId: string, key: string): Promise<number> =>
  (await tx.importRow.updateMany({ where: { importId, status: 'waiting' }, data: { status: 'refused', refusal: json({ key } satisfies Refusal), version: { increment: 1 } } })).count

/** Once for each list, and whoever started it is told. With a reason, what still waits is refused for it, and told to those of the office who may go on. */
const finish = (id: string, reason?: string) => transact(async (tx) => {
  await tx.$queryRaw`SELECT 1 FROM roster_import WHERE id = ${id}::uuid FOR UPDATE`
  const list = await tx.rosterImport.findUniqueOrThrow({ where: { id } })
  if (list.status !== 'entering') return
  const rest = reason ? await refuseWaiting(tx, id, reason) : 0
  const count = (status: string) => tx.importRow.count({ where: { importId: id, status } })
  const [entered, refused] = [await count('entered'), await count('refused')]
  await tx.rosterImport.update({ where: { id }, data: { status: 'entered', version: { increment: 1 } } })
  await queueNotice(tx, {
    kind: 'caseImport.finish', subject: { type: 'caseImport', id }, title: '', regionCode: list.regionCode, people: list.startedById ? [list.startedById] : [],
    groups: reason ? [{ unitId: list.unitId, roles: caseImportProcedure.steps.enter.by }] : [], exceptUserId: null, onceKey: `caseImport.finish:${id}`, params: { entered, refused },
  })
  await appendAudit(tx, [{
    stream: list.regionCode, actor: null, action: 'caseImport.finish', subjectType: 'caseImport', subjectId: id, result: 'done', before: { status: 'entering' },
    after: { status: 'entered', entered, refused, ...(reason ? { rest, reason } : {}) },
  }])
})
