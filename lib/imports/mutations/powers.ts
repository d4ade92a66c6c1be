import type { z } from 'zod'
import { defineFeature, type Outcome, type StepContext } from '@/lib/engine/procedure/feature'
import { queueNotice } from '@/lib/engine/notices/queue'
import { toldRoles } from '@/lib/action-items/schema'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/scope'
import { isLawOffice } from '@/lib/powers/policy'
import { findOwnList, listRows, type OwnList } from '../data/lists'
import { listKnownPowers } from '../data/powers'
import { powerImportPolicy } from '../policy'
import { powerImportProcedure } from '../procedure'
import { mostRows } from '../rules/columns'
import { checkPowers, powerOf } from '../rules/powers'
import type { enterImportInput, readCasesInput } from '../schema'
import { dropImport } from './roster'
import { keepRows, subjectOf } from './source'

async function readPowers({ tx, actor, scope, input, now }: StepContext<never, z.infer<typeof readCasesInput>>): Promise<Outcome> {
  const { regionCode } = actor
  const check = async (rows: Parameters<typeof checkPowers>[0]) => checkPowers(rows, await listKnownPowers(scope, isLawOffice(actor), tx))
  const { id, count } = await keepRows(tx, { kind: 'powers', regionCode, actor, now, input, type: 'powerImport', check })
  return { id, regionCode, title: 'powers', audience: [], after: { rows: count } }
}

/** Each row by the same step as by hand, with its own line; what no longer holds is refused alone. */
async function enterPowers({ tx, actor, scope, row, input, take }: StepContext<OwnList, z.infer<typeof enterImportInput>>): Promise<Outcome> {
  if (!input.compared) throw invalid({ compared: 'errors.field.required' })
  const rows = await listRows(scope, 'powers', row.id, 'waiting', mostRows.powers, tx)
  const known = await listKnownPowers(scope, isLawOffice(actor), tx)
  const faults = checkPowers(rows.map(({ cells }) => cells), known)
  const bodies = new Map<string, Registered[]>()
  let entered = 0
  for (const [index, { id, cells }] of rows.entries()) {
    const wrong = faults[index] ?? []
    if (wrong.length === 0) {
      const { id: itemId } = await take('powerItem.registerListed', null, powerOf(cells, known))
      const unitId = known.units.get(cells.unit ?? '') ?? actor.unitId
      bodies.set(unitId, [...(bodies.get(unitId) ?? []), { id: itemId, matter: cells.matter ?? '' }])
      entered += 1
    }
    await tx.importRow.update({ where: { id }, data: { status: wrong.length === 0 ? 'entered' : 'refused', faults: json(wrong), version: { increment: 1 } } })
  }
  if (entered === 0) throw refuse('imports.deny.noneFine')
  bodies.delete(actor.unitId)
  for (const [unitId, items] of bodies) await tellBody(tx, { row, actor, unitId, items })
  return { id: row.id, regionCode: row.regionCode, title: row.kind, audience: [], after: { rows: entered, refused: row.count - entered } }
}

type Registered = { readonly id: string; readonly matter: string }

/** One notice for all that was registered of a body by somebody else; it leads to the first, from where the list is one step away. */
const tellBody = (tx: Tx, { row, actor, unitId, items }: { row: OwnList; actor: Actor; unitId: string; items: readonly Registered[] }) => queueNotice(tx, {
  kind: 'powerImport.enter', subject: { type: 'powerItem', id: items[0]!.id }, title: items[0]!.matter, regionCode: row.regionCode, people: [],
  groups: [{ unitId, roles: toldRoles }], exceptUserId: actor.userId, onceKey: `powerImport.enter:${row.id}:${unitId}`, params: { count: items.length },
})

export const powerImportFeature = defineFeature<OwnList>({
  procedure: powerImportProcedure, subject: subjectOf('powerImport', (scope, id, tx) => findOwnList(scope, 'powers', id, tx)), policy: powerImportPolicy,
  effects: { read: readPowers, enter: enterPowers, drop: dropImport }, href: (id) => `/powers/imports/${id}`,
})
