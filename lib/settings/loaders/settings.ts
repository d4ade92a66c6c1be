import '@/lib/procedures'
import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import letterChecks from '@/facts/letter-checks.json'
import lookBacks from '@/facts/look-backs.json'
import reminders from '@/facts/reminders.json'
import { shippedHours, noticeKey } from '@/lib/engine/notices/settings'
import { isLocal } from '@/lib/engine/deadlines/overlay'
import { findRule, rulesInForce, type TimeLimitRule } from '@/lib/engine/deadlines/rules'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { requireRole } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { factorKey, factorLevel, proofKey, proofMinutes, staleDays, staleKey } from '@/lib/platform/sign-in-rules'
import { managesAll } from '@/lib/units/data'
import { listSettings, type SettingRow } from '../data/settings'
import { settingFeature } from '../mutations/feature'
import { valueOn } from '../rules/value'
import { lookBackKey, settingKeys, similarityKey, type SettingValue } from '../schema'

export type LocalSetting = {
  readonly key: string
  /** The rule it sets the length of; null for what is no limit. */
  readonly rule: TimeLimitRule | null
  readonly shipped: SettingValue
  readonly value: SettingValue
  readonly from: 'shipped' | 'everywhere' | 'place'
  readonly since: string | null
  /** A value that will hold from a later day. */
  readonly next: SettingRow | null
}

const ruleOf = (key: string, on: string) => (key.startsWith('limit.') ? findRule(key.slice('limit.'.length), on) : null)

const shippedValues: Readonly<Record<string, SettingValue>> = {
  [similarityKey]: letterChecks.similarityPercent, [lookBackKey]: lookBacks.months,
  [factorKey]: factorLevel(null), [proofKey]: proofMinutes(null), [staleKey]: staleDays(null),
  [noticeKey('fromHour')]: shippedHours.fromHour, [noticeKey('untilHour')]: shippedHours.untilHour, [noticeKey('secondAfterHours')]: shippedHours.secondAfterHours,
}
const shippedValue = (key: string, rule: TimeLimitRule | null): SettingValue => shippedValues[key] ?? rule?.amount ?? 0

function describeSetting(key: string, rows: readonly SettingRow[], on: string): LocalSetting {
  const rule = ruleOf(key, on)
  const shipped = shippedValue(key, rule)
  const row = valueOn(rows, on)
  return {
    key, rule, shipped, value: row?.value ?? shipped, from: row ? (row.everywhere ? 'everywhere' : 'place') : 'shipped', since: row?.effectiveOn ?? null,
    next: rows.findLast(({ effectiveOn }) => effectiveOn > on) ?? null,
  }
}

/** All local settings of the place; limits of law and of the charter beside them, to read only. */
export async function loadSettings() {
  const actor = await requireRole('systemAdmin')
  const on = today()
  const rows = await listSettings(scopeOf(actor))
  const rules = rulesInForce(on)
  return {
    regionName: actor.regionName,
    settings: settingKeys.map((key) => describeSetting(key, rows.filter((row) => row.key === key), on)),
    reminders: reminders.daysBefore,
    charterRules: rules.filter((rule) => isLocal(rule) && rule.basis.some(({ kind }) => kind === 'charter')),
    lawRules: rules.filter((rule) => !isLocal(rule)),
  }
}

export async function loadSetting(param: string) {
  const actor = await requireRole('systemAdmin')
  const key = decodeURIComponent(param)
  if (!settingKeys.includes(key)) notFound()
  const scope = scopeOf(actor)
  const [history, top] = await Promise.all([listSettings(scope, [key]), managesAll(scope)])
  const step = offerSteps(settingFeature, actor, null).find((offered) => offered.key === 'change')
  return {
    setting: describeSetting(key, history, today()), history, top, regionName: actor.regionName, step, requestId: randomUUID(), today: today(),
  }
}
