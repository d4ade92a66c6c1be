import type { z } from 'zod'
import { findRule } from '@/lib/engine/deadlines/rules'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, type LocalDate, localDate, today } from '@/lib/platform/clock'
import { json } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { defaultLocale, translator } from '@/lib/platform/i18n'
import { everywhere } from '@/lib/platform/settings'
import { managesAll } from '@/lib/units/data'
import { nameKeyOf, parseSettingValue, type proposeSettingInput, type refuseSettingInput } from '../schema'
import { enterProposal, tellDeciders } from './proposal'
import { requireFitting } from './number'
import type { LockedProposal } from './subject'

/** What a setting is called in records and notices, which are Chinese as all facts are. */
const titleOf = (key: string, on: LocalDate): string =>
  (key.startsWith('limit.') ? findRule(key.slice('limit.'.length), on)?.name : undefined) ?? translator(defaultLocale, 'settings.local')(`names.${nameKeyOf(key)}`)

/** The topmost administrator proposes for all places. Nothing reads it before it is confirmed. */
export async function proposeSetting(context: StepContext<never, z.infer<typeof proposeSettingInput>>): Promise<Outcome> {
  const { tx, actor, scope, input: { key, effectiveOn, reason, value: text } } = context
  const value = parseSettingValue(key, text)
  if (value === null) throw invalid({ value: 'settings.invalid.value' })
  const placeCode = (await managesAll(scope, tx)) ? everywhere : actor.regionCode
  return enterProposal(context, { key, title: titleOf(key, effectiveOn), value, effectiveOn, reason, placeCode })
}

const told = ({ id, regionCode, title, key, proposedById }: LockedProposal) =>
  ({ id, regionCode, title, audience: [], href: `/admin/settings/${key}`, tell: [proposedById] })

/** Holds from the day proposed, or from today where that has passed meanwhile; clocks that run keep the length they started with. */
export async function confirmSetting({ tx, actor, row, now }: StepContext<LockedProposal, unknown>): Promise<Outcome> {
  const { id, key, value, reason, placeCode, proposedById } = row
  const asked = localDate(row.effectiveOn)
  const effectiveOn = asked < today() ? today() : asked
  await requireFitting(tx, key, value)
  await tx.settingProposal.update({
    where: { id }, data: { status: 'inForce', effectiveOn: dateColumn(effectiveOn), decidedById: actor.userId, decidedAt: now },
  })
  await tx.setting.create({
    data: { id, regionCode: placeCode, key, value: json(value), effectiveOn: dateColumn(effectiveOn), reason, setById: proposedById, setAt: now },
  })
  return { ...told(row), before: { effectiveOn: asked }, after: { key, value, effectiveOn, everywhere: placeCode === everywhere } }
}

export async function refuseSetting({ tx, actor, row, input, now }: StepContext<LockedProposal, z.infer<typeof refuseSettingInput>>): Promise<Outcome> {
  await tx.settingProposal.update({
    where: { id: row.id }, data: { status: 'refused', decidedById: actor.userId, decidedAt: now, decisionReason: input.reason },
  })
  return { ...told(row), after: { key: row.key, ...input } }
}

export async function withdrawSetting({ tx, actor, row, now }: StepContext<LockedProposal, unknown>): Promise<Outcome> {
  await tx.settingProposal.update({ where: { id: row.id }, data: { status: 'withdrawn', decidedById: actor.userId, decidedAt: now } })
  return { ...told(row), tell: await tellDeciders(tx, row.regionCode), after: { key: row.key } }
}
