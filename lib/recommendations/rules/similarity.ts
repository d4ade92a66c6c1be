/** Pairs of neighbouring characters, without spaces and punctuation. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const characters = [...text.normalize('NFKC').replaceAll(/[\p{P}\p{S}\p{Z}\s]/gu, '')]
  const pairs = new Set<string>()
  for (let i = 0; i < characters.length - 1; i += 1) pairs.add(characters[i]! + characters[i + 1]!)
  return pairs
}

/** Share of pairs two texts have in common (Dice), from 0 to 1. */
export function similarityOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let common = 0
  for (const pair of few) if (many.has(pair)) common += 1
  return (2 * common) / (one.size + other.size)
}

export type EarlierLetter = { readonly id: string; readonly number: string | null; readonly title: string; readonly text: string }
export type Likeness = { readonly id: string; readonly number: string | null; readonly title: string; readonly percent: number }

/** The earlier letter that is closest to this text; null where there is none. */
export function closestLetter(text: string, earlier: readonly EarlierLetter[]): Likeness | null {
  const own = bigramsOf(text)
  let closest: Likeness | null = null
  for (const letter of earlier) {
    const percent = Math.round(similarityOf(own, bigramsOf(letter.text)) * 100)
    if (!closest || percent > closest.percent) closest = { id: letter.id, number: letter.number, title: letter.title, percent }
  }
  return closest
}
