import { findStep, listFeatures } from '@/lib/engine/procedure/registry'
import type { Role } from '@/lib/platform/roles'
import { textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { DeliveryWish } from './ways'

/** Every reminder of a limit is one kind. */
export const reminderKind = 'reminder'
export const kindOf = (kind: string): string => (kind.startsWith(`${reminderKind}.`) ? reminderKind : kind)

/** What starts a limit, serves a paper or reminds of a limit is told whatever the person wishes. */
export function isLegal(kind: string): boolean {
  if (kindOf(kind) === reminderKind) return true
  const step = findStep(kind)?.step
  return (step?.clocks?.starts ?? []).length > 0 || (step?.papers ?? []).length > 0
}

/** The same question in a statement. */
export function legalKinds(kind: Prisma.Sql): Prisma.Sql {
  const steps = listFeatures().flatMap(({ procedure }) => Object.keys(procedure.steps).map((key) => `${procedure.name}.${key}`))
  return Prisma.sql`(${kindIn(kind)} = ${reminderKind} OR ${kind} = ANY(${textArray(steps.filter(isLegal))}))`
}

/** `kindOf` in a statement. */
export const kindIn = (kind: Prisma.Sql): Prisma.Sql => Prisma.sql`CASE WHEN ${kind} LIKE ${`${reminderKind}.%`} THEN ${reminderKind} ELSE ${kind} END`

/** The kinds that reach people of these roles, as declared. */
export function kindsFor(roles: readonly Role[]): string[] {
  const told = listFeatures().flatMap(({ procedure }) => Object.entries(procedure.steps)
    .filter(([, { notices = [] }]) => notices.some((notice) => notice.roles.some((role) => roles.includes(role))))
    .map(([key]) => `${procedure.name}.${key}`))
  return [reminderKind, ...told]
}

/** A wish as it counts: `off` is not heard where the law wants the person told. */
export const heard = (kind: string, wish: DeliveryWish): DeliveryWish => (wish === 'off' && isLegal(kind) ? 'atOnce' : wish)
