import { listClocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type PowerDoubt, type PowerItem, Prisma } from '@/prisma/generated/client'
import { peopled } from '@/lib/identity/data'
import { registrars } from '../schema'
import { announced } from './change'

type Version = { readonly id: string; readonly fromOn: Date; readonly toOn: Date | null }

/** An entry with its versions, its doubts and the clock of one not settled. */
export async function findPower(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`power_item x WHERE x.id = ${id}::uuid AND x.audience && ${textArray(scope.tokens)}`
  const [[item], doubts, [settler], [predecessor], [successor], clocks] = await Promise.all([
    readAlone(read<PowerItem>(Prisma.sql`SELECT ${columnsOf(Prisma.PowerItemScalarFieldEnum, 'x')} FROM ${seen}`)),
    readAlone(read<PowerDoubt>(Prisma.sql`SELECT ${columnsOf(Prisma.PowerDoubtScalarFieldEnum, 'd')} FROM power_doubt d WHERE d.item_id IN (SELECT x.id FROM ${seen}) ORDER BY d.id DESC`)),
    readAlone(read<{ peopled: boolean }>(Prisma.sql`
      SELECT ${peopled(Prisma.sql`d.settler_id`, registrars)} AS peopled FROM power_doubt d WHERE d.item_id IN (SELECT x.id FROM ${seen}) AND d.settled_on IS NULL ORDER BY d.id DESC LIMIT 1`)),
    readAlone(read<Version>(Prisma.sql`SELECT p.id, p.from_on AS "fromOn", p.to_on AS "toOn" FROM power_item p WHERE p.id IN (SELECT x.predecessor_id FROM ${seen})`)),
    readAlone(read<Version>(Prisma.sql`SELECT p.id, p.from_on AS "fromOn", p.to_on AS "toOn" FROM power_item p WHERE p.predecessor_id IN (SELECT x.id FROM ${seen}) AND p.status <> 'takenBack' ORDER BY p.id LIMIT 1`)),
    listClocksAbout(scope, { type: 'powerItem', id }, 'newest'),
  ])
  if (!item) return null
  const open = doubts.find(({ settledOn }) => settledOn === null)
  return {
    ...item, ...announced(item, doubts, successor ? [successor] : []), doubts, predecessor: predecessor ?? null, successor: successor ?? null, settlerId: open?.settlerId ?? null, doubterId: open?.raisedByUnitId ?? null,
    settlerPeopled: settler?.peopled ?? false, clocks,
  }
}
