import type { z } from 'zod'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, now as clockNow } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { type Scope, unitToken } from '@/lib/platform/scope'
import type { UnitKind } from '@/lib/platform/roles'
import type { DataRequest } from '@/prisma/generated/client'
import { kindOf } from '../rules'
import type { askInput, LinkType, withdrawInput } from '../schema/request'

export type On<Input> = StepContext<DataRequest, Input>

export const dataRequestSubject: Subject<DataRequest> = {
  type: 'dataRequest',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM data_request WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : tx.dataRequest.findUniqueOrThrow({ where: { id } })
  },
  async move(tx, id, version, status) {
    return (await tx.dataRequest.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: clockNow() } })).count
  },
}

type Known = Pick<DataRequest, 'id' | 'regionCode' | 'title' | 'audience' | 'requesterId' | 'providerId'>

export const outcomeOf = (row: Known, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { requester: row.requesterId, provider: row.providerId }, ...more,
})

/** A record of the requester's own scope; the provider learns of it only what it may see itself. */
async function requireLink(tx: Tx, { tokens }: Scope, link: string): Promise<{ linkType: LinkType; linkId: string }> {
  const [linkType, linkId] = link.split(':') as [LinkType, string]
  const where = { id: linkId, audience: { hasSome: [...tokens] } }
  const found = await {
    clue: () => tx.clue.count({ where }), case: () => tx.caseFile.count({ where }), recommendation: () => tx.recommendation.count({ where }), undertaking: () => tx.undertaking.count({ where }),
    caseFamily: () => tx.caseFamily.count({ where }),
  }[linkType]()
  if (found === 0) throw invalid({ link: 'errors.field.choose' })
  return { linkType, linkId }
}

/** S2-12: the purpose stands on record before anything is opened. */
export async function ask({ tx, actor, scope, input, today, now }: StepContext<never, z.infer<typeof askInput>>): Promise<Outcome> {
  const { itemId, link, matter, purpose, wanted } = input
  const item = await tx.dataItem.findFirst({ where: { id: itemId, status: 'registered', audience: { hasSome: [...scope.tokens] } } })
  if (!item || item.ownerId === actor.unitId) throw invalid({ itemId: 'errors.field.choose' })
  if (!(item.openTo as UnitKind[]).includes(actor.unitKind)) throw invalid({ itemId: 'exchange.invalid.notOpen' })
  if (kindOf(item.kind).matter && !link && !matter) throw invalid({ matter: 'exchange.invalid.noMatter' })
  const row = await tx.dataRequest.create({
    data: {
      id: newId(), regionCode: actor.regionCode, itemId, kind: item.kind, title: item.title, requesterId: actor.unitId, providerId: item.ownerId, askerId: actor.userId, purpose, wanted,
      matter: matter ?? null, ...(link ? await requireLink(tx, scope, link) : {}), askedOn: dateColumn(today), status: 'asked', audience: [actor.unitId, item.ownerId].map(unitToken),
      createdAt: now, updatedAt: now,
    },
  })
  return outcomeOf(row, { after: { itemId, purpose } })
}

export async function withdraw({ tx, row, input, today }: On<z.infer<typeof withdrawInput>>): Promise<Outcome> {
  await tx.dataRequest.update({ where: { id: row.id }, data: { endedNote: input.reason, endedOn: dateColumn(today) } })
  return outcomeOf(row, { after: { reason: input.reason } })
}
