import type { Block } from './blocks'

/** Full-width signs count one character, others half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 1 : 0.5), 0)
}

/** How far each line stands from the right edge, in characters: the date four in, the name centred over it. */
export function signatureIndents(block: Extract<Block, { type: 'signature' }>): number[] {
  if (!block.date) return block.lines.map(() => 2)
  const date = widthOf(block.date)
  const widest = Math.max(0, ...block.lines.map(widthOf))
  const ofDate = Math.max(4, 1 + (widest - date) / 2)
  return [...block.lines.map((line) => Math.max(1, ofDate + (date - widthOf(line)) / 2)), ofDate]
}
