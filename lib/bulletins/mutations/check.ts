import { validToday } from '@/lib/identity/data'
import type { LocalDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { administrators } from '@/lib/platform/roles'
import type { Actor, Scope } from '@/lib/platform/scope'
import { detailFaults, type BulletinKind } from '../rules/kinds'
import type { Writing } from '../schema/bulletin'

type Writer = { readonly tx: Tx; readonly actor: Actor; readonly scope: Scope; readonly today: LocalDate }

/** What the kind asks for and nothing it does not know; readers of the own place, cases of the own office. */
export async function requireWritten(writer: Writer, kind: BulletinKind, input: Writing) {
  const details = input.details ?? {}
  const faults = detailFaults(kind.fields, details)
  if (Object.keys(faults).length > 0) throw invalid(faults)
  const caseIds = await requireCases(writer, kind, input.caseIds ?? [])
  const lines = await requireLines(writer, kind, input.lines ?? [])
  const readerIds = kind.named ? await requireNamed(writer, kind, input.readerIds ?? []) : []
  const chosen = kind.named ? readerIds.map(({ unitId }) => unitId) : await requireUnits(writer, kind, input.readerUnitIds ?? [])
  // Whoever is to do a line of the plan reads it.
  const readerUnitIds = [...new Set([...chosen, ...lines.map(({ ownerId }) => ownerId)])].filter((id) => id !== writer.actor.unitId)
  return { title: input.title, content: input.content, details: json(details), caseIds, lines: json(lines), readerIds: readerIds.map(({ id }) => id), readerUnitIds }
}

async function requireCases({ tx, actor, scope }: Writer, kind: BulletinKind, ids: readonly string[]): Promise<string[]> {
  const wanted = kind.cases ? [...new Set(ids)] : []
  if (wanted.length < ids.length && !kind.cases) throw invalid({ caseIds: 'errors.field.unknown' })
  const found = await tx.caseFile.count({ where: { id: { in: wanted }, procuratorateId: actor.unitId, audience: { hasSome: [...scope.tokens] } } })
  if (found !== wanted.length) throw invalid({ caseIds: 'errors.field.choose' })
  return wanted
}

async function requireUnits({ tx, actor }: Writer, kind: BulletinKind, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0 && !kind.lines) throw invalid({ readerUnitIds: 'errors.field.required' })
  const found = await tx.unit.count({ where: { id: { in: wanted, not: actor.unitId }, regionCode: actor.regionCode, active: true, kind: { in: [...kind.to] } } })
  if (found !== wanted.length) throw invalid({ readerUnitIds: 'errors.field.choose' })
  return wanted
}

async function requireNamed({ tx, actor }: Writer, kind: BulletinKind, ids: readonly string[]) {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) throw invalid({ readerIds: 'errors.field.required' })
  const found = await tx.user.findMany({
    where: {
      id: { in: wanted }, active: true, unitId: { not: actor.unitId }, unit: { regionCode: actor.regionCode, active: true, kind: { in: [...kind.to] } },
      grants: { some: { ...validToday(), role: { notIn: [...administrators] } } },
    },
    select: { id: true, unitId: true },
  })
  if (found.length !== wanted.length) throw invalid({ readerIds: 'errors.field.choose' })
  return found
}

async function requireLines({ tx, actor, today }: Writer, kind: BulletinKind, lines: NonNullable<Writing['lines']>) {
  if (kind.lines && lines.length === 0) throw invalid({ 'lines.0.title': 'errors.field.required' })
  if (!kind.lines && lines.length > 0) throw invalid({ lines: 'errors.field.unknown' })
  for (const [at, { dueOn }] of lines.entries()) if (dueOn <= today) throw invalid({ [`lines.${at}.dueOn`]: 'bulletins.invalid.past' })
  const owners = [...new Set(lines.map(({ ownerId }) => ownerId))]
  if ((await tx.unit.count({ where: { id: { in: owners }, regionCode: actor.regionCode, active: true } })) !== owners.length) throw invalid({ 'lines.0.ownerId': 'errors.field.choose' })
  return lines
}
