import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { listDomains, sourcesEntered } from '@/lib/clues/rules/dictionaries'
import type { Feature } from '@/lib/engine/procedure/feature'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { requireActor, requireRole } from '@/lib/platform/actor'
import { localDay } from '@/lib/platform/clock'
import type { Translate } from '@/lib/platform/i18n'
import { scopeOf, type Actor } from '@/lib/platform/scope'
import { writeSheet } from '@/lib/platform/sheet'
import { isLawOffice } from '@/lib/powers/policy'
import { listManagedRegions, listManagedUnits } from '@/lib/units/data'
import { planClocks } from './data/clocks'
import { listCaseParties } from './data/cases'
import { findListPage, listOwnLists, listRows } from './data/lists'
import { listKnownPowers } from './data/powers'
import { findImport, listImports } from './data/roster'
import { caseImportFeature } from './mutations/cases'
import { powerImportFeature } from './mutations/powers'
import { importFeature } from './mutations/roster'
import { refusalWords } from './rules/refusals'
import { claims, columns, examples, forms, kinds, methods, mostRows, powerKindWords, powerRoleWords, stages, urgency } from './rules/columns'
import { caseImportQuery, rosterKinds, type ImportKind, type OwnKind } from './schema'

export async function loadImports() {
  const actor = await requireRole('systemAdmin')
  const scope = scopeOf(actor)
  const [rows, regions] = await Promise.all([listImports(scope), listManagedRegions(scope)])
  return {
    procedure: 'rosterImport' as const, path: '/admin/imports', kinds: rosterKinds, rows: rows.map(dated), regions, regionCode: actor.regionCode, mostRows: mostRows.units,
    steps: offerSteps(importFeature, actor, null),
  }
}

const dated = <T extends { createdAt: Date }>(row: T) => ({ ...row, on: localDay(row.createdAt) })

/** 补录 from a sheet: for those who enter a running case by hand. */
export async function loadCaseImports() {
  const actor = await requireActor()
  const steps = offerSteps(caseImportFeature, actor, null)
  if (steps.length === 0) notFound()
  const rows = await listOwnLists(scopeOf(actor), 'cases')
  return {
    procedure: 'caseImport' as const, path: '/cases/imports', kinds: ['cases'] as const, rows: rows.map(dated), regions: [], regionCode: actor.regionCode, mostRows: mostRows.cases, steps,
  }
}

/** A published power list from a sheet: for those who register an entry by hand. */
export async function loadPowerImports() {
  const actor = await requireActor()
  const steps = offerSteps(powerImportFeature, actor, null)
  if (steps.length === 0) notFound()
  const rows = await listOwnLists(scopeOf(actor), 'powers')
  return {
    procedure: 'powerImport' as const, path: '/powers/imports', kinds: ['powers'] as const, rows: rows.map(dated), regions: [], regionCode: actor.regionCode, mostRows: mostRows.powers, steps,
  }
}

export async function loadPowerImport(id: string, asked: Query) {
  const actor = await requireActor()
  if (offerSteps(powerImportFeature, actor, null).length === 0) notFound()
  const query = caseImportQuery.parse(asked)
  const found = await findListPage(scopeOf(actor), 'powers', id, query)
  if (!found) notFound()
  return { ...found, query, columns: Object.entries(columns.powers), steps: offerSteps(powerImportFeature, actor, found.list) }
}

export type ImportListView = Awaited<ReturnType<typeof loadImports>> | Awaited<ReturnType<typeof loadCaseImports>> | Awaited<ReturnType<typeof loadPowerImports>>

/** The preview: every row with what is wrong with it. */
export async function loadImport(id: string) {
  const actor = await requireRole('systemAdmin')
  const found = await findImport(scopeOf(actor), id)
  if (!found) notFound()
  return { list: found, columns: Object.entries(columns[found.kind]), steps: offerSteps(importFeature, actor, found) }
}

type Query = Readonly<Record<string, string | string[] | undefined>>

/** The rows of a list: before it is started with the clocks that each would leave running, then with what became of each. */
export async function loadCaseImport(id: string, asked: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  if (offerSteps(caseImportFeature, actor, null).length === 0) notFound()
  const query = caseImportQuery.parse(asked)
  const found = await findListPage(scope, 'cases', id, query)
  if (!found) notFound()
  const { list, rows, hasNext } = found
  const clocks = list.status === 'read' ? await planClocks(scope, rows.map(({ cells, status }) => (status === 'waiting' ? cells : {}))) : []
  return { list, query, hasNext, rows: rows.map((row, index) => ({ ...row, clocks: clocks[index] ?? [] })), columns: Object.entries(columns.cases), steps: offerSteps(caseImportFeature, actor, list) }
}

/** What was not entered in the columns it came in, with why: to be mended and read in again. */
export async function makeRefusedSheet(actor: Actor, kind: OwnKind, id: string, say: Translate): Promise<Uint8Array | null> {
  if (offerSteps(featureOf[kind], actor, null).length === 0) return null
  const rows = await listRows(scopeOf(actor), kind, id, 'refused', mostRows[kind])
  if (rows.length === 0) return null
  const heads = Object.entries(columns[kind])
  const title = (column: string) => columns[kind][column] ?? column
  return writeSheet({
    sheets: [{
      name: say(`imports.kinds.${kind}`), head: [...heads.map(([, head]) => head), say('imports.line'), say('imports.why')],
      rows: rows.map((row) => [...heads.map(([field]) => row.cells[field] ?? ''), row.line, refusalWords(row, title, say).join('；')]),
    }],
    notes: [],
  }, 'xlsx')
}

const featureOf: Readonly<Record<ImportKind, Feature>> = { units: importFeature, people: importFeature, cases: caseImportFeature, powers: powerImportFeature }

/** A workbook to fill in: the heads with one example, and on a second sheet the words a cell may hold. */
export async function makeTemplate(actor: Actor, kind: ImportKind, words: { readonly rows: string; readonly values: string }): Promise<Uint8Array | null> {
  if (offerSteps(featureOf[kind], actor, null).length === 0) return null
  const heads = Object.entries(columns[kind])
  const values = await valuesOf(actor, kind)
  const head = heads.filter(([field]) => values[field])
  const longest = Math.max(...head.map(([field]) => values[field]!.length))
  return writeSheet({
    sheets: [
      { name: words.rows, head: heads.map(([, title]) => title), rows: [heads.map(([field]) => examples[kind][field] ?? '')] },
      {
        name: words.values, head: head.map(([, title]) => title),
        rows: Array.from({ length: longest }, (_, index) => head.map(([field]) => values[field]![index] ?? '')),
      },
    ],
    notes: [],
  }, 'xlsx')
}

async function valuesOf(actor: Actor, kind: ImportKind): Promise<Readonly<Record<string, readonly string[]>>> {
  const scope = scopeOf(actor)
  if (kind === 'powers') {
    const { names } = await listKnownPowers(scope, true)
    return { unit: isLawOffice(actor) ? names : [actor.unitName], domain: listDomains().map(({ name }) => name), role: Object.keys(powerRoleWords), powers: Object.keys(powerKindWords) }
  }
  if (kind !== 'cases') {
    const { rows } = await listManagedUnits(scope, { regionCode: actor.regionCode, page: 1, all: true })
    const units = rows.filter(({ active }) => active).map(({ name }) => name)
    return kind === 'units' ? { kind: Object.keys(kinds), agencyForm: Object.keys(forms), parent: units } : { unit: units }
  }
  const { agencies, prosecutors } = await listCaseParties(scope)
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)
  return {
    agency: names(agencies), lead: names(prosecutors), domain: names(listDomains()), source: names(sourcesEntered()), stage: Object.keys(stages),
    urgent: Object.keys(urgency), method: Object.keys(methods), claimed: Object.keys(claims),
  }
}
