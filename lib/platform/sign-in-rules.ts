import shipped from '@/facts/sign-in.json'
import { administrators, isRole, type Role } from './roles'

/** Local settings of signing in; facts/sign-in.json ships their values. */
export const factorKey = 'signIn.secondFactor'
export const proofKey = 'signIn.proofMinutes'
export const staleKey = 'signIn.staleDays'

/** For whom a place demands a second factor; whoever wants one may always have it. */
export const factorLevels = ['nobody', 'administrators', 'leaders', 'everybody'] as const
export type FactorLevel = (typeof factorLevels)[number]

const isLevel = (value: unknown): value is FactorLevel => (factorLevels as readonly unknown[]).includes(value)

/** What is kept in a setting, else what is shipped: a value nobody knows never opens anything. */
export const factorLevel = (kept: unknown): FactorLevel => (isLevel(kept) ? kept : isLevel(shipped.secondFactor) ? shipped.secondFactor : 'everybody')

const wholeNumber = (kept: unknown, otherwise: number): number => (typeof kept === 'number' && Number.isInteger(kept) && kept > 0 ? kept : otherwise)
export const proofMinutes = (kept: unknown): number => wholeNumber(kept, shipped.proofMinutes)
export const staleDays = (kept: unknown): number => wholeNumber(kept, shipped.staleDays)
export const firstPasswordDays = shipped.firstPasswordDays

export const leaders: readonly Role[] = shipped.leaders.filter(isRole)

export function needsFactor(level: FactorLevel, roles: readonly string[]): boolean {
  if (level === 'nobody' || level === 'everybody') return level === 'everybody'
  const meant: readonly string[] = level === 'leaders' ? [...administrators, ...leaders] : administrators
  return roles.some((role) => meant.includes(role))
}
