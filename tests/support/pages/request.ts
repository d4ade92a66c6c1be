type Kept = { readonly given: readonly unknown[]; readonly answer: unknown }

let kept = new Map<unknown, Kept[]>()

/** What React's `cache` does while a request is answered, which outside of one does nothing. */
export const cache = <Given extends unknown[], Answer>(work: (...given: Given) => Answer) => (...given: Given): Answer => {
  const known = kept.get(work)?.find((one) => one.given.length === given.length && one.given.every((value, at) => Object.is(value, given[at])))
  if (known) return known.answer as Answer
  const answer = work(...given)
  kept.set(work, [...(kept.get(work) ?? []), { given, answer }])
  return answer
}

export function beginRequest(): void {
  kept = new Map()
}
