import { readFile } from 'node:fs/promises'
import type { Tx } from '@/lib/platform/db'
import { Failure, invalid } from '@/lib/platform/errors'
import { attachFiles, provenPath } from '@/lib/platform/files'
import { boundedSheet } from '@/lib/platform/files/sheet'
import { csvText } from '@/lib/platform/files/csv'
import { kindOf } from '@/lib/platform/files/kinds'
import { newId } from '@/lib/platform/id'
import { innerToken, type Actor, type Scope } from '@/lib/platform/scope'
import { readSheet } from 'read-excel-file/node'
import type { Subject, SubjectRow } from '@/lib/engine/procedure/feature'
import { bounds, parseLines, toRows } from '../rules/cells'
import { mostMebibytes } from '../rules/columns'
import type { ImportKind, RowFault, SheetRow } from '../schema'

/** Lists of one procedure, found by its own reading. */
export const subjectOf = <Row extends SubjectRow>(type: string, find: (scope: Scope, id: string, tx: Tx) => Promise<Row | null>): Subject<Row> => ({
  type,
  async lock(tx, id, scope) {
    await tx.$queryRaw`SELECT 1 FROM roster_import WHERE id = ${id}::uuid FOR UPDATE`
    return find(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.rosterImport.updateMany({ where: { id, version }, data: { status, version: { increment: 1 } } })).count
  },
})

/** Values only: what a cell would compute is not taken over, and neither are other sheets. */
async function cellsOf(tx: Tx, kindOfList: ImportKind, fileId: string, uploadedById: string): Promise<unknown[][]> {
  const file = await tx.storedFile.findFirst({ where: { id: fileId, uploadedById } })
  const kind = file && kindOf(file.name)
  if (!file || (kind !== 'xlsx' && kind !== 'csv')) throw invalid({ fileId: 'imports.invalid.workbook' })
  const most = mostMebibytes[kindOfList]
  if (file.size > most * 1024 * 1024) throw new Failure('invalid', undefined, { fileId: 'imports.invalid.tooLarge' }, { most })
  const path = await provenPath(file)
  const bytes = path && (await readFile(path))
  const cells = bytes && (kind === 'csv' ? linesOf(csvText(bytes)) : await readBounded(bytes))
  if (!cells) throw invalid({ fileId: 'imports.invalid.workbook' })
  return cells
}

const linesOf = (text: string | null): string[][] | null => (text === null ? null : parseLines(text))

async function readBounded(bytes: Buffer): Promise<unknown[][] | null> {
  const sheet = boundedSheet(bytes, bounds)
  return sheet && readSheet(sheet).catch(() => null)
}

type Given = {
  readonly kind: ImportKind
  readonly regionCode: string
  readonly actor: Actor
  readonly now: Date
  readonly input: { readonly fileId?: string; readonly lines?: string }
  /** The procedure whose record it becomes. */
  readonly type: string
  /** What is wrong with each row, where that is kept. */
  readonly check?: (rows: readonly SheetRow[]) => Promise<readonly RowFault[][]>
}

/** Keeps the rows as read. */
export async function keepRows(tx: Tx, { kind, regionCode, actor, now, input: { fileId, lines }, type, check }: Given): Promise<{ id: string; count: number }> {
  if (!fileId === !lines) throw invalid({ fileId: 'imports.invalid.oneSource' })
  const cells = fileId ? await cellsOf(tx, kind, fileId, actor.userId) : parseLines(lines ?? '')
  if (!cells) throw invalid({ lines: 'imports.invalid.tooMany' })
  const sheet = toRows(kind, cells)
  if (!sheet.ok) throw invalid({ [fileId ? 'fileId' : 'lines']: `imports.invalid.${sheet.reason}` })
  const id = newId()
  await attachFiles(tx, fileId ? [fileId] : [], { subject: { type, id }, actor, audience: [innerToken(actor.unitId)] })
  await tx.rosterImport.create({ data: { id, regionCode, unitId: actor.unitId, kind, madeById: actor.userId, status: 'read', createdAt: now } })
  const faults = (await check?.(sheet.rows)) ?? []
  const rows = sheet.rows.map((cells, index) => ({ id: newId(), line: sheet.lines[index]!, cells, faults: faults[index] ?? [] }))
  for (let from = 0; from < rows.length; from += atOnce) await insertRows(tx, { importId: id, regionCode }, rows.slice(from, from + atOnce))
  return { id, count: sheet.rows.length }
}

const atOnce = 500

type NewRow = { readonly id: string; readonly line: number; readonly cells: SheetRow; readonly faults: readonly RowFault[] }

const insertRows = (tx: Tx, { importId, regionCode }: { importId: string; regionCode: string }, rows: readonly NewRow[]) => tx.$executeRaw`
  INSERT INTO import_row (id, import_id, region_code, line, cells, faults, status)
  SELECT r.id, ${importId}::uuid, ${regionCode}, r.line, r.cells, r.faults, CASE WHEN r.faults = '[]' THEN 'waiting' ELSE 'refused' END
  FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, line int, cells jsonb, faults jsonb)`
