import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { publicToken, regionToken, unitToken, type Actor, type Scope } from '@/lib/platform/scope'
import { personalFaults } from '@/lib/outcomes/rules/personal'
import { findRow, type UndertakingRecord } from '../data/row'
import { detailFaults, kindOf, type KindField, type UndertakingKind } from '../rules/kinds'
import type { LinkType } from '../schema'

export type On<Input> = StepContext<UndertakingRecord, Input>

export const undertakingSubject: Subject<UndertakingRecord> = {
  type: 'undertaking',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM undertaking WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findRow(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.undertaking.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type Known = Pick<UndertakingRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'ownerId' | 'boardId'>

export const outcomeOf = (row: Known, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience,
  parties: { owner: row.ownerId, ...(row.boardId ? { board: row.boardId } : {}) }, ...more,
})

/** The owner hears what others do in it. */
export const byOther = (actor: Actor, { ownerId }: Pick<Known, 'ownerId'>): string[] => (actor.unitId === ownerId ? [] : ['byOther'])

/** Who sees it once it is begun: those who take part or were asked, and the whole place where the kind is open. */
export const sharedAudience = ({ kind, regionCode, ownerId }: Pick<UndertakingRecord, 'kind' | 'regionCode' | 'ownerId'>, unitIds: readonly string[]): string[] =>
  [...new Set([ownerId, ...unitIds].map(unitToken)), ...(kindOf(kind).open ? [regionToken(regionCode)] : [])]

export function requireDetails(fields: readonly KindField[], given: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const details = given ?? {}
  const faults = detailFaults(fields, details)
  if (Object.keys(faults).length > 0) throw invalid(faults)
  return details
}

/** No longer open to everybody. */
export const takenDown = (audience: readonly string[]): string[] => audience.filter((token) => token !== publicToken)

/** A kind's own fields under the names of their inputs. */
export const named = (details: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(details).map(([key, text]) => [`details.${key}`, text]))

/** What everybody is to read names nobody. */
export function requireImpersonal({ impersonal }: UndertakingKind, texts: Readonly<Record<string, string | undefined>>): void {
  const faults = impersonal ? personalFaults(texts, 'undertakings.invalid.personal') : {}
  if (Object.keys(faults).length > 0) throw invalid(faults)
}

/** What it leads to, or was begun for, is a record the writer may see. */
export async function requireLink(tx: Tx, { tokens }: Scope, link: string | undefined, field = 'link'): Promise<{ linkType: LinkType | null; linkId: string | null }> {
  if (!link) return { linkType: null, linkId: null }
  const [linkType, linkId] = link.split(':') as [LinkType, string]
  const where = { id: linkId, audience: { hasSome: [...tokens] } }
  const found = await {
    clue: () => tx.clue.count({ where }), case: () => tx.caseFile.count({ where }), recommendation: () => tx.recommendation.count({ where }), caseFamily: () => tx.caseFamily.count({ where }),
  }[linkType]()
  if (found === 0) throw invalid({ [field]: 'errors.field.choose' })
  return { linkType, linkId }
}

export const attach = (tx: Tx, row: Pick<Known, 'id' | 'audience'>, files: readonly string[] | undefined, actor: Actor) =>
  attachFiles(tx, files ?? [], { subject: { type: 'undertaking', id: row.id }, audience: row.audience, actor })
