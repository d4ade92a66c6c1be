import { everywhere } from '@/lib/platform/settings'
import { localDate } from '@/lib/platform/clock'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { isManaged } from '@/lib/units/data'
import { Prisma, type Setting, type SettingProposal } from '@/prisma/generated/client'
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

const nameOf = (person: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((SELECT p.name FROM app_user p WHERE p.id = ${person}), '')`

/** What holds, held or will hold in the reader's own place and the whole system, newest first. */
export async function listSettings(scope: Scope, keys: readonly string[] = settingKeys): Promise<SettingRow[]> {
  const rows = await readAlone(read<Setting & { setBy: string }>(Prisma.sql`
    SELECT ${columnsOf(Prisma.SettingScalarFieldEnum, 's')}, ${nameOf(Prisma.sql`s.set_by_id`)} AS "setBy" FROM setting s
    WHERE s.key = ANY(${textArray(keys)}) AND s.region_code IN (${scope.regionCode}, ${everywhere}) ORDER BY s.effective_on DESC, s.set_at DESC`))
  return rows.map(({ regionCode, setById: _, effectiveOn, value, ...row }) => ({
    ...row, everywhere: regionCode === everywhere, value: value as unknown as SettingValue, effectiveOn: localDate(effectiveOn),
  }))
}

/** What was proposed in the reader's own place, and for the whole system, with who decided; newest first. */
export async function listProposals(scope: Scope, which: { readonly key: string } | { readonly open: true }) {
  // What is proposed for all places is the topmost region's business until it holds.
  const ofAll = Prisma.sql`(s.region_code = ${everywhere} AND (s.status = 'inForce' OR ${isManaged(scope, Prisma.sql`s.region_code`)}))`
  const rows = await readAlone(read<SettingProposal & { proposedBy: string; decidedBy: string }>(Prisma.sql`
    SELECT ${columnsOf(Prisma.SettingProposalScalarFieldEnum, 's')}, ${nameOf(Prisma.sql`s.proposed_by_id`)} AS "proposedBy", ${nameOf(Prisma.sql`s.decided_by_id`)} AS "decidedBy" FROM setting_proposal s
    WHERE (s.region_code = ${scope.regionCode} OR ${ofAll}) AND ${'key' in which ? Prisma.sql`s.key = ${which.key}` : Prisma.sql`s.status = 'proposed'`} ORDER BY s.proposed_at DESC, s.id DESC`))
  return rows.map(({ regionCode, effectiveOn, value, ...row }) => ({
    ...row, regionCode: scope.regionCode, everywhere: regionCode === everywhere, effectiveOn: localDate(effectiveOn), value: value as unknown as SettingValue,
    audience: [],
  }))
}

export type Proposal = Awaited<ReturnType<typeof listProposals>>[number]
