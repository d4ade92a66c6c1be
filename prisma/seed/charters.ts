import { samples } from '@/lib/charters/rules/samples'
import { watchesOf } from '@/lib/charters/rules/terms'
import type { Sample } from '@/lib/charters/schema'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { regionToken } from '@/lib/platform/scope'
import { idOf } from './names'

const since = new Date('2020-01-01T00:00:00Z')

/**
 * The sample opinions as if in force since long ago, without what the calendar would bring up: ground for tests. The demo drafts, signs
 * and issues its own by the real steps.
 */
export async function plantCharters(db: Tx): Promise<void> {
  for (const sample of samples) await plant(db, sample)
}

async function plant(db: Tx, sample: Sample): Promise<void> {
  const { key, regionCode, title, mark, source, openness, number, provisions } = sample
  const [first, ...others] = sample.signers
  const units = await db.unit.findMany({ where: { regionCode, kind: { in: [first!, ...others].map(({ kind }) => kind) } }, select: { id: true, kind: true } })
  const unitOf = (kind: string) => units.find((unit) => unit.kind === kind)!.id
  const id = idOf(`charter:${key}`)
  const drafter = unitOf(first!.kind)
  const person = await db.user.findFirstOrThrow({ where: { unitId: drafter }, select: { id: true } })
  await db.charter.createMany({
    data: [{
      id, regionCode, lineId: id, ordinal: 1, title, number, openness, sourceTitle: source.title, sourceKind: source.kind, mark, drafterUnitId: drafter, draftedById: person.id,
      issuedOn: since, effectiveOn: since, status: 'published', version: 1, audience: [regionToken(regionCode)], createdAt: now(), updatedAt: now(),
    }],
    skipDuplicates: true,
  })
  await db.charterSigner.createMany({
    data: sample.signers.map(({ kind, interprets }, index) => ({
      id: idOf(`signer:${key}:${kind}`), charterId: id, unitId: unitOf(kind), ordinal: index + 1, interprets, signerName: '负责人', signedOn: since,
    })),
    skipDuplicates: true,
  })
  await db.provision.createMany({
    data: provisions.map(({ article, heading, text, origin }, index) => ({ id: idOf(`provision:${key}:${article}`), charterId: id, ordinal: index + 1, article, heading, text, origin })),
    skipDuplicates: true,
  })
  await db.obligation.createMany({
    data: provisions.flatMap(({ article, obligations }) => obligations.filter(({ kind }) => kind !== 'recurring' && kind !== 'designation').map(({ terms, ...each }) => ({
      id: idOf(`obligation:${key}:${each.key}`), charterId: id, provisionId: idOf(`provision:${key}:${article}`), ...each, terms, watches: watchesOf(terms),
    }))),
    skipDuplicates: true,
  })
}
