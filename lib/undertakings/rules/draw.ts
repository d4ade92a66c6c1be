import { createHash } from 'node:crypto'

/**
 * 随机抽取: each item's place is the SHA-256 of `seed:item`, the lowest are drawn. Whoever has the seed and the list
 * draws the same again with any tool.
 */
export function drawSample(population: readonly string[], count: number, seed: string): string[] {
  const placed = [...new Set(population)].map((item) => ({ item, place: createHash('sha256').update(`${seed}:${item}`).digest('hex') }))
  return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).slice(0, count).map(({ item }) => item)
}
