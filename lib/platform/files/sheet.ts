import { strFromU8, unzipSync, zipSync } from 'fflate'
import { inOtherWriting } from './relations'
import { attributeOf, walk } from './xml'

export type Bounds = { readonly rows: number; readonly columns: number }

/** Unpacked, of all that is read: many times what the largest sheet taken in needs. */
const mostBytes = 32 * 1024 * 1024
const wanted = /^(\[Content_Types\]\.xml|_rels\/|xl\/(_rels\/|workbook\.xml|sharedStrings\.xml|styles\.xml|worksheets\/))/i

/**
 * A workbook reduced to what was looked at: parts of bearable size, no cell beyond the bounds. Readers of sheets fill every gap up to the
 * row and column a cell names, and inflate whatever a stream brings; neither is left to what a file says of itself. Null where it does not hold.
 */
export function boundedSheet(bytes: Buffer, bounds: Bounds): Buffer | null {
  let total = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false
        total += originalSize
        if (total > mostBytes) throw new RangeError('too large')
        return true
      },
    })
    const sheets = Object.entries(parts).filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
    if (!sheets.every(([, part]) => isBounded(part, bounds))) return null
    return Buffer.from(zipSync(parts, { level: 0 }))
  } catch {
    return null
  }
}

function isBounded(part: Uint8Array, { rows, columns }: Bounds): boolean {
  const text = strFromU8(part)
  if (inOtherWriting(part, text)) return false
  let [row, cells, fits] = [0, 0, true]
  const whole = walk(text, {
    text: () => undefined,
    tag(tag) {
      const name = tag.name.slice(tag.name.indexOf(':') + 1)
      if (!fits || tag.closes || (name !== 'row' && name !== 'c')) return
      const at = attributeOf(tag, 'r')
      if (name === 'row') {
        row += 1
        cells = 0
        fits = row <= rows && (at === undefined || (/^\d{1,7}$/.test(at) && Number(at) <= rows))
        return
      }
      cells += 1
      const [, letters, number] = /^([A-Z]{1,3})(\d{1,7})$/.exec(at ?? 'A1') ?? []
      fits = cells <= columns && letters !== undefined && Number(number) <= rows && columnOf(letters) <= columns
    },
  })
  return whole && fits
}

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
