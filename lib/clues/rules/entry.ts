import type { FieldErrors } from '@/lib/platform/errors'

type Day = string
type Typed = { readonly discoveredOn: Day; readonly referredOn?: Day; readonly registeredOn?: Day; readonly onBehalfOfUnitId?: string }

/** Found, then referred, then registered: the true dates of an entry in their order. */
export function shownDates(
  { discoveredOn, referredOn, registeredOn = undefined, onBehalfOfUnitId }: Typed, today: Day,
): { referredOn: Day | null; registeredOn: Day } | { errors: FieldErrors } {
  const registered = registeredOn ?? today
  if (onBehalfOfUnitId && !referredOn) return { errors: { referredOn: 'errors.field.required' } }
  const referred = onBehalfOfUnitId && referredOn ? referredOn : null
  if (referred && referred < discoveredOn) return { errors: { referredOn: 'errors.field.order' } }
  if (registered < (referred ?? discoveredOn)) return { errors: { registeredOn: 'errors.field.order' } }
  return { referredOn: referred, registeredOn: registered }
}
