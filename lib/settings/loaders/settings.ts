import '@/lib/procedures'
import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import letterChecks from '@/facts/letter-checks.json'
import lookBacks from '@/facts/look-backs.json'
import reminders from '@/facts/reminders.json'
import { shippedHours, noticeKey } from '@/lib/engine/notices/settings'
import { findRule, isLocal, rulesInForce, type TimeLimitRule } from '@/lib/engine/deadlines/rules'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { requireRole } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { type Actor, scopeOf } from '@/lib/platform/scope'
import { factorKey, factorLevel, proofKey, proofMinutes, staleDays, staleKey } from '@/lib/platform/sign-in-rules'
import { managesAll } from '@/lib/units/data'
import { listProposals, listSettings, type Proposal, type SettingRow } from '../data/settings'
import { findNumberSeries, type NumberSeries } from '../data/numbers'
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
  /** The series of a unit it sets the numbers of; null for what is none. */
  readonly number: NumberSeries | null
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

function describeSetting(key: string, rows: readonly SettingRow[], on: string, number: NumberSeries | null = null): LocalSetting {
  const rule = ruleOf(key, on)
  const shipped = number ? { pattern: number.shipped, start: null, year: Number(on.slice(0, 4)) } : shippedValue(key, rule)
  const row = valueOn(rows, on)
  return {
    key, rule, number, shipped, value: row?.value ?? shipped, from: row ? (row.everywhere ? 'everywhere' : 'place') : 'shipped', since: row?.effectiveOn ?? null,
    next: rows.findLast(({ effectiveOn }) => effectiveOn > on) ?? null,
  }
}

/** A proposal that waits, with what holds now and what this person may do with it. */
const toWaiting = (actor: Actor, proposal: Proposal, now: LocalSetting) =>
  ({ proposal, setting: now, steps: offerSteps(settingFeature, actor, proposal) })

/** All local settings of the place; limits of law and of the charter beside them, to read only. */
export async function loadSettings() {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const on = today()
  const [rows, open] = await Promise.all([listSettings(scope), listProposals(scope, { open: true })])
  const rules = rulesInForce(on)
  const describe = (key: string) => describeSetting(key, rows.filter((row) => row.key === key), on)
  return {
    regionName: actor.regionName,
    settings: settingKeys.map(describe),
    waiting: await Promise.all(open.map(async (proposal) => {
      const number = await findNumberSeries(scope, proposal.key)
      return toWaiting(actor, proposal, number ? describeSetting(proposal.key, await listSettings(scope, [proposal.key]), on, number) : describe(proposal.key))
    })),
    reminders: reminders.daysBefore,
    charterRules: rules.filter((rule) => isLocal(rule) && rule.basis.some(({ kind }) => kind === 'charter')),
    lawRules: rules.filter((rule) => !isLocal(rule)),
  }
}

export async function loadSetting(key: string) {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const number = await findNumberSeries(scope, key)
  if (!number && !settingKeys.includes(key)) notFound()
  const [rows, proposals, top] = await Promise.all([listSettings(scope, [key]), listProposals(scope, { key }), managesAll(scope)])
  const setting = describeSetting(key, rows, today(), number)
  const waiting = proposals.filter(({ status }) => status === 'proposed').map((proposal) => toWaiting(actor, proposal, setting))
  const step = waiting.length > 0 ? undefined : offerSteps(settingFeature, actor, null).find((offered) => offered.key === (number ? 'proposeNumber' : 'propose'))
  return {
    setting, versions: versionsOf(rows, proposals), waiting, top, regionName: actor.regionName, step, requestId: randomUUID(), today: today(),
  }
}

/** Every version with who proposed and who decided; what was set before there were proposals has one name. */
const versionsOf = (rows: readonly SettingRow[], proposals: readonly Proposal[]) => [
  ...proposals.map(({ proposedBy, proposedAt, ...row }) => ({ ...row, setBy: proposedBy, setAt: proposedAt })),
  ...rows.filter(({ id }) => !proposals.some((proposal) => proposal.id === id))
    .map((row) => ({ ...row, status: 'inForce', decidedBy: '', decidedAt: null, decisionReason: '' })),
]
