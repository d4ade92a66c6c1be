import { readFile } from 'node:fs/promises'
import type { Subject } from '@/lib/engine/procedure/feature'
import { json, type Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { attachFiles, provenPath } from '@/lib/platform/files'
import { csvText } from '@/lib/platform/files/csv'
import { kindOf } from '@/lib/platform/files/kinds'
import { newId } from '@/lib/platform/id'
import { innerToken, type Actor, type Scope } from '@/lib/platform/scope'
import { readSheet } from 'read-excel-file/node'
import type { ImportRow } from '../policy'
import { parseLines, toRows } from '../rules/cells'
import type { ImportKind } from '../schema'

/** Lists of one procedure, found by its own reading. */
export const subjectOf = <Row extends ImportRow>(type: string, find: (scope: Scope, id: string, tx: Tx) => Promise<Row | null>): Subject<Row> => ({
  type,
  async lock(tx, id, scope) {
    await tx.$queryRaw`SELECT 1 FROM roster_import WHERE id = ${id}::uuid FOR UPDATE`
    return find(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.rosterImport.updateMany({ where: { id, version }, data: { status, version: { increment: 1 } } })).count
  },
})

const mostBytes = 2 * 1024 * 1024

/** Values only: what a cell would compute is not taken over, and neither are other sheets. */
async function cellsOf(tx: Tx, fileId: string, uploadedById: string): Promise<unknown[][]> {
  const file = await tx.storedFile.findFirst({ where: { id: fileId, uploadedById } })
  const kind = file && kindOf(file.name)
  if (!file || (kind !== 'xlsx' && kind !== 'csv')) throw invalid({ fileId: 'imports.invalid.workbook' })
  if (file.size > mostBytes) throw invalid({ fileId: 'imports.invalid.tooLarge' })
  const path = await provenPath(file)
  const cells = path && (await (kind === 'csv' ? readCsv(path) : readSheet(path).catch(() => null)))
  if (!cells) throw invalid({ fileId: 'imports.invalid.workbook' })
  return cells
}

async function readCsv(path: string): Promise<string[][] | null> {
  const text = csvText(await readFile(path))
  return text === null ? null : parseLines(text)
}

type Given = {
  readonly kind: ImportKind
  readonly regionCode: string
  readonly actor: Actor
  readonly now: Date
  readonly input: { readonly fileId?: string; readonly lines?: string }
  /** The procedure whose record it becomes. */
  readonly type: string
}

/** Keeps the rows as read; they are checked whenever they are looked at. */
export async function keepRows(tx: Tx, { kind, regionCode, actor, now, input: { fileId, lines }, type }: Given): Promise<{ id: string; count: number }> {
  if (!fileId === !lines) throw invalid({ fileId: 'imports.invalid.oneSource' })
  const sheet = toRows(kind, fileId ? await cellsOf(tx, fileId, actor.userId) : parseLines(lines ?? ''))
  if (!sheet.ok) throw invalid({ [fileId ? 'fileId' : 'lines']: `imports.invalid.${sheet.reason}` })
  const id = newId()
  await attachFiles(tx, fileId ? [fileId] : [], { subject: { type, id }, actor, audience: [innerToken(actor.unitId)] })
  await tx.rosterImport.create({
    data: { id, regionCode, unitId: actor.unitId, kind, rows: json(sheet.rows), madeById: actor.userId, status: 'read', createdAt: now },
  })
  return { id, count: sheet.rows.length }
}
