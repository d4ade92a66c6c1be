import { dateColumn, type LocalDate } from './clock'

/** Roles and relations hold from a day to a day, both within, or to no day: those that hold on this one. */
export function heldOn(on: LocalDate) {
  const day = dateColumn(on)
  return { fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }] }
}
