import { z } from 'zod'
import facts from '@/facts/exchange/kinds.json'
import { basisSchema } from '@/lib/engine/deadlines/rules'
import { unitKinds, type UnitKind } from '@/lib/platform/roles'
import { sides } from './schema/item'

const kindSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  /** Who registers such data, and which bodies it is usually open to. */
  by: z.array(z.enum(unitKinds)).min(1),
  openTo: z.array(z.enum(unitKinds)),
  /** 行政执法信息 one way, 司法监督信息 the other. */
  side: z.enum(sides),
  /** Asked for only for a matter that is named. */
  matter: z.boolean(),
  /** Given back or destroyed after use, by a day. */
  returned: z.boolean(),
  basis: z.array(basisSchema).min(1),
})
export type DataKind = z.infer<typeof kindSchema>

/** A kind is an entry of the facts and its words; nothing here knows one by name. */
export const dataKinds: readonly DataKind[] = z.array(kindSchema).parse(facts)
const byKey = new Map(dataKinds.map((kind) => [kind.key, kind]))

export function kindOf(key: string): DataKind {
  const kind = byKey.get(key)
  if (!kind) throw new RangeError(`unknown kind of data: ${key}`)
  return kind
}

export const kindsFor = (unitKind: UnitKind): DataKind[] => dataKinds.filter(({ by }) => by.includes(unitKind))
/** Bodies that have data to register at all. */
export const givers: readonly UnitKind[] = unitKinds.filter((unitKind) => kindsFor(unitKind).length > 0)
