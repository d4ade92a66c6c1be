import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, type LocalDate, today } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import { heldOn } from '@/lib/platform/held-on'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/lib/platform/roles'
import { everywhere } from '@/lib/platform/settings'

const deciding: readonly Role[] = ['systemAdmin', 'securityAdmin']

/** Everybody of the place who may decide; whoever acts is left out by the notice itself. */
export async function tellDeciders(tx: Tx, regionCode: string): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({
    where: { role: { in: [...deciding] }, user: { active: true, regionCode }, ...heldOn(today()) },
    select: { userId: true },
  })
  return [...new Set(grants.map(({ userId }) => userId))]
}

type Asked = { readonly key: string; readonly title: string; readonly value: unknown; readonly effectiveOn: LocalDate; readonly reason: string; readonly placeCode: string }

/** One proposal a setting and place at a time: the second administrator is to know what he compares with. */
export async function enterProposal({ tx, actor, now }: Pick<StepContext<never, unknown>, 'tx' | 'actor' | 'now'>, asked: Asked): Promise<Outcome> {
  const { key, title, value, effectiveOn, reason, placeCode } = asked
  if (await tx.settingProposal.findFirst({ where: { key, regionCode: placeCode, status: 'proposed' } })) throw refuse('settings.refuse.waiting')
  const before = await tx.setting.findFirst({
    where: { key, regionCode: placeCode, effectiveOn: { lte: dateColumn(effectiveOn) } }, orderBy: [{ effectiveOn: 'desc' }, { setAt: 'desc' }], select: { value: true },
  })
  const id = newId()
  await tx.settingProposal.create({
    data: {
      id, regionCode: placeCode, key, title, value: json(value), effectiveOn: dateColumn(effectiveOn), reason, proposedById: actor.userId, proposedAt: now,
      status: 'proposed',
    },
  })
  return {
    id, regionCode: actor.regionCode, title, audience: [], href: `/admin/settings/${key}`, tell: await tellDeciders(tx, actor.regionCode),
    before: { value: before?.value ?? null }, after: { key, value, effectiveOn, reason, everywhere: placeCode === everywhere },
  }
}
