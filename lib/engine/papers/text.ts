import type { Block, PaperContent } from './blocks'

/** Every line of the paper in reading order: for search, for comparing, for the content hash. */
export function paperText(paper: PaperContent): string[] {
  return [
    paper.corner ?? '',
    paper.mark,
    paper.number ?? '',
    paper.signer ?? '',
    paper.title,
    ...paper.blocks.flatMap(blockText),
  ].filter((line) => line !== '')
}

/** A single attachment has no number. */
export function attachmentLines(items: string[]): string[] {
  return items.length === 1 ? items : items.map((item, at) => `${at + 1}. ${item}`)
}

function blockText(block: Block): string[] {
  switch (block.type) {
    case 'labelled':
      return [block.label + block.text]
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.text))
    case 'attachments':
      return attachmentLines(block.items).map((line, at) => (at === 0 ? block.label : '') + line)
    case 'signature':
      return [...block.lines, block.date ?? '']
    default:
      return [block.text]
  }
}
