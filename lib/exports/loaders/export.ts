import { mayReadFigures } from '@/lib/figures/policy'
import { localMinute, now, today } from '@/lib/platform/clock'
import { isDemo } from '@/lib/platform/env'
import { type Locale, translator } from '@/lib/platform/i18n'
import { requireRecentProof } from '@/lib/platform/proof'
import { requireRoom } from '@/lib/platform/rate-limit'
import type { Actor } from '@/lib/platform/scope'
import { writeSheet } from '@/lib/platform/sheet'
import { type SheetFormat, sheetMime } from '@/lib/platform/sheet-formats'
import { recordExport } from '../mutations'
import type { Exported, Words } from '../rules'
import { type ExportList, mostRows } from '../schema'
import { caseExport } from './cases'
import { clueExport } from './clues'
import { figuresExport } from './figures'
import { letterExport } from './letters'

type Query = Readonly<Record<string, string>>

const exporters: Readonly<Record<ExportList, (actor: Actor, query: Query, words: Words) => Promise<Exported>>> = {
  clues: clueExport, cases: caseExport, recommendations: letterExport, figures: figuresExport,
}

export type ExportedFile = { readonly name: string; readonly mime: string; readonly body: Uint8Array }

/** What this person sees, as a file; null where there is nothing of the kind for them. */
export async function exportFile(
  actor: Actor, { list, format, query, locale }: { list: ExportList; format: SheetFormat; query: Query; locale: Locale },
): Promise<ExportedFile | null> {
  if (list === 'figures' && !mayReadFigures(actor)) return null
  await requireRecentProof(actor)
  await requireRoom('export', actor.userId)
  const words: Words = (namespace) => translator(locale, namespace)
  const exported = await exporters[list](actor, query, words)
  const body = await writeSheet({ sheets: exported.sheets, notes: notesOf(actor, exported, locale) }, format)
  await recordExport(actor, { list, format, rows: rowsOf(exported), capped: exported.capped, filter: query })
  return { name: `${exported.title}-${today().replaceAll('-', '')}.${format}`, mime: sheetMime[format], body }
}

const rowsOf = ({ sheets }: Exported) => sheets.reduce((sum, { rows }) => sum + rows.length, 0)

/** What a reader must know who has only the file. */
function notesOf({ unitName, name, login }: Actor, exported: Exported, locale: Locale): string[] {
  const t = translator(locale, 'exports.note')
  const shell = translator(locale, 'shell')
  const filter = exported.narrowed.map(([label, value]) => (label ? t('pair', { label, value }) : value)).join(t('joiner'))
  return [
    t('source', { list: exported.title, unit: unitName, name, login, at: localMinute(now()) }),
    filter ? t('filter', { filter }) : t('noFilter'),
    exported.capped ? t('capped', { most: mostRows }) : t('rows', { rows: rowsOf(exported) }),
    t('internal'),
    ...(isDemo() ? [shell('demo')] : []),
  ]
}
