const day = 86_400_000

/** Days by which a referral came after its limit; 0 in time, null where no limit binds. */
export function daysLate(clock: { readonly endOn: string; readonly satisfiedOn: string | null } | null, today: string): number | null {
  if (!clock) return null
  const until = clock.satisfiedOn ?? today
  return Math.max(0, Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${clock.endOn}T00:00:00Z`)) / day))
}
