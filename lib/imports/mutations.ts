import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { defineFeature, type Outcome, type StepContext, type Subject } from '@/lib/engine/procedure/feature'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { attachFiles, provenPath } from '@/lib/platform/files'
import { csvText } from '@/lib/platform/files/csv'
import { kindOf } from '@/lib/platform/files/kinds'
import { newId } from '@/lib/platform/id'
import { innerToken } from '@/lib/platform/scope'
import { managesAll } from '@/lib/units/data'
import { readSheet } from 'read-excel-file/node'
import { findImport } from './data'
import { importPolicy, type ImportRow } from './policy'
import { importProcedure } from './procedure'
import { mostRows, parseLines, toRows, unitInputOf, userInputOf } from './rules'
import type { dropImportInput, enterImportInput, readImportInput } from './schema'

type LockedImport = ImportRow & NonNullable<Awaited<ReturnType<typeof findImport>>>

const subject: Subject<LockedImport> = {
  type: 'rosterImport',
  async lock(tx, id, scope) {
    await tx.$queryRaw`SELECT 1 FROM roster_import WHERE id = ${id}::uuid FOR UPDATE`
    return findImport(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.rosterImport.updateMany({ where: { id, version }, data: { status, version: { increment: 1 } } })).count
  },
}

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

async function readImport({ tx, actor, scope, input, now }: StepContext<never, z.infer<typeof readImportInput>>): Promise<Outcome> {
  const { kind, regionCode, fileId, lines } = input
  if (regionCode !== scope.regionCode && !(await managesAll(scope, tx))) throw refuse('units.deny.otherRegion')
  if (!(await tx.region.findUnique({ where: { code: regionCode } }))) throw invalid({ regionCode: 'errors.field.choose' })
  if (!fileId === !lines) throw invalid({ fileId: 'imports.invalid.oneSource' })
  const sheet = toRows(kind, fileId ? await cellsOf(tx, fileId, actor.userId) : parseLines(lines ?? ''))
  if (!sheet.ok) throw invalid({ [fileId ? 'fileId' : 'lines']: `imports.invalid.${sheet.reason}` })
  const id = newId()
  await attachFiles(tx, fileId ? [fileId] : [], { subject: { type: 'rosterImport', id }, actor, audience: [innerToken(actor.unitId)] })
  await tx.rosterImport.create({
    data: { id, regionCode, unitId: actor.unitId, kind, rows: json(sheet.rows), madeById: actor.userId, status: 'read', createdAt: now },
  })
  return { id, regionCode, title: kind, audience: [], after: { kind, rows: sheet.rows.length, most: mostRows } }
}

/** All rows or none: each becomes a unit or an account by the same step as by hand, with its own line. */
async function enterImport({ row, input, take }: StepContext<LockedImport, z.infer<typeof enterImportInput>>): Promise<Outcome> {
  if (!input.compared) throw invalid({ compared: 'errors.field.required' })
  const ids = new Map(row.kind === 'units' ? row.known.units : row.known.ownUnits)
  for (const each of row.rows) {
    if (row.kind === 'people') await take('user.create', null, userInputOf(each, ids.get(each.unit ?? '') ?? ''))
    else ids.set(each.name ?? '', (await take('unit.create', null, unitInputOf(each, row.regionCode, each.parent ? ids.get(each.parent) : undefined))).id)
  }
  return { id: row.id, regionCode: row.regionCode, title: row.kind, audience: [], after: { kind: row.kind, rows: row.rows.length } }
}

const dropImport = ({ row, input }: StepContext<LockedImport, z.infer<typeof dropImportInput>>): Promise<Outcome> =>
  Promise.resolve({ id: row.id, regionCode: row.regionCode, title: row.kind, audience: [], after: input })

export const importFeature = defineFeature<LockedImport>({
  procedure: importProcedure, subject, policy: importPolicy, effects: { read: readImport, enter: enterImport, drop: dropImport },
  href: (id) => `/admin/imports/${id}`,
})
