import type { z } from 'zod'
import { familyKind } from '@/lib/bulletins/rules/kinds'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { invalid, refuse } from '@/lib/platform/errors'
import { unitToken } from '@/lib/platform/scope'
import type { publishInput, raiseInput } from '../schema'
import { outcomeOf, type On } from './subject'

/** 提出治理意见: drafted out of the family as it stands, and then signed, sent, read and answered as every bulletin is. */
export async function raise({ row, input, take }: On<z.infer<typeof raiseInput>>): Promise<Outcome> {
  const { title, content, readerUnitIds, caseIds = [] } = input
  if (caseIds.some((id) => !row.caseIds.includes(id))) throw invalid({ caseIds: 'errors.field.choose' })
  const { id } = await take('bulletin.prepare', null, {
    kind: familyKind.key, title, content, readerUnitIds, caseIds, familyId: row.id, details: { [familyKind.family.cause]: row.cause, [familyKind.family.demand]: row.demand },
  })
  return outcomeOf(row, { after: { bulletinId: id, edition: row.edition, cases: row.caseIds.length }, href: `/bulletins/${id}` })
}

/** It went out: whoever it went to reads of the family what was raised. */
export async function publish({ tx, row, input, today }: On<z.infer<typeof publishInput>>): Promise<Outcome> {
  const bulletin = await tx.bulletin.findUniqueOrThrow({ where: { id: input.bulletinId }, select: { familyId: true, readerUnitIds: true } })
  if (bulletin.familyId !== row.id) throw refuse('caseFamilies.refuse.otherFamily')
  const audience = [...new Set([...row.audience, ...bulletin.readerUnitIds.map(unitToken)])]
  await tx.caseFamily.update({ where: { id: row.id }, data: { audience, raisedOn: row.raisedOn ?? dateColumn(today) } })
  return outcomeOf({ ...row, audience }, { to: row.status === 'closed' ? 'closed' : 'raised', after: { bulletinId: input.bulletinId } })
}
