import { everywhere } from '@/lib/platform/settings'
import { localDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { managesAll } from '@/lib/units/data'
import { settingKeys, type SettingValue } from '../schema'

export type SettingRow = {
  readonly id: string
  readonly key: string
  readonly everywhere: boolean
  readonly value: SettingValue
  readonly effectiveOn: string
  readonly reason: string
  readonly setBy: string
  readonly setAt: Date
}

const namesOf = async (ids: readonly (string | null)[]): Promise<(id: string | null) => string> => {
  const people = await db.user.findMany({ where: { id: { in: ids.filter((id) => id !== null) } }, select: { id: true, name: true } })
  return (wanted) => people.find(({ id }) => id === wanted)?.name ?? ''
}

/** What holds, held or will hold in the reader's own place and the whole system, newest first. */
export async function listSettings(scope: Scope, keys: readonly string[] = settingKeys): Promise<SettingRow[]> {
  const rows = await db.setting.findMany({
    where: { key: { in: [...keys] }, regionCode: { in: [scope.regionCode, everywhere] } },
    orderBy: [{ effectiveOn: 'desc' }, { setAt: 'desc' }],
  })
  const nameOf = await namesOf(rows.map(({ setById }) => setById))
  return rows.map(({ regionCode, setById, effectiveOn, value, ...row }) => ({
    ...row, everywhere: regionCode === everywhere, value: value as unknown as SettingValue, effectiveOn: localDate(effectiveOn), setBy: nameOf(setById),
  }))
}

/** What was proposed in the reader's own place, and for the whole system, with who decided; newest first. */
export async function listProposals(scope: Scope, which: { readonly key: string } | { readonly open: true }) {
  const top = await managesAll(scope)
  // What is proposed for all places is the topmost region's business until it holds.
  const ofAll = top ? { regionCode: everywhere } : { regionCode: everywhere, status: 'inForce' }
  const rows = await db.settingProposal.findMany({
    where: { AND: [{ OR: [{ regionCode: scope.regionCode }, ofAll] }, 'key' in which ? { key: which.key } : { status: 'proposed' }] },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
  })
  const nameOf = await namesOf(rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById]))
  return rows.map(({ regionCode, effectiveOn, value, ...row }) => ({
    ...row, regionCode: scope.regionCode, everywhere: regionCode === everywhere, effectiveOn: localDate(effectiveOn), value: value as unknown as SettingValue,
    proposedBy: nameOf(row.proposedById), decidedBy: nameOf(row.decidedById), audience: [],
  }))
}

export type Proposal = Awaited<ReturnType<typeof listProposals>>[number]
