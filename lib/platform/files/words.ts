import { strFromU8, unzipSync } from 'fflate'
import { csvText } from './csv'
import { type FileFault, kindOf } from './kinds'
import { numberingOf, type Numbering } from './numbering'
import { inOtherWriting } from './relations'
import { attributeOf, walk, type Tag } from './xml'

export type WordsFault = FileFault | 'noWords' | 'tooLong'
export type Words = { readonly text: string; readonly fault?: undefined } | { readonly fault: WordsFault; readonly text?: undefined }

/** Of the part with the text, unpacked: many times what the longest official document needs. */
const mostBytes = 4 * 1024 * 1024
const mostSigns = 500_000
/** Boxes within boxes: paragraphs begun and not ended. */
const deepestOpen = 50
const parts = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'] as const

/** The words of a file that was let in (`findFault`): of a DOCX its paragraphs with the numbers it writes by itself, of a TXT all. */
export function wordsOf(name: string, bytes: Buffer): Words {
  const kind = kindOf(name)
  if (kind === 'txt') return said(csvText(bytes), 'encoding')
  return kind === 'docx' ? docxWords(bytes) : { fault: 'kind' }
}

const said = (text: string | null, otherwise: WordsFault): Words => {
  if (text === null) return { fault: otherwise }
  if (text.length > mostSigns) return { fault: 'tooLong' }
  return text.trim() === '' ? { fault: 'noWords' } : { text: text.replaceAll(/\r\n?/g, '\n').trim() }
}

function docxWords(bytes: Buffer): Words {
  const read = unpacked(bytes)
  if (!read) return { fault: 'damaged' }
  const texts: string[] = []
  for (const name of parts) {
    const part = read[name]
    if (part === 'tooLong') return { fault: 'tooLong' }
    const text = part ? strFromU8(part) : ''
    if (part && inOtherWriting(part, text)) return { fault: 'damaged' }
    texts.push(text)
  }
  const [document = '', numbers = '', styles = ''] = texts
  const numbering = numberingOf(numbers, styles)
  return numbering ? said(paragraphsOf(document, numbering), 'damaged') : { fault: 'damaged' }
}

/** What is unpacked can never be longer than the list of contents says, and that is looked at first. */
function unpacked(bytes: Buffer): Readonly<Record<string, Uint8Array | 'tooLong'>> | null {
  const tooLong: Record<string, 'tooLong'> = {}
  try {
    const read = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!parts.some((part) => part === name)) return false
        if (originalSize > mostBytes) tooLong[name] = 'tooLong'
        return originalSize <= mostBytes
      },
    })
    return { ...read, ...tooLong }
  } catch {
    return null
  }
}

// Taken out by a tracked change, a command rather than words, or the same once more for older programs.
const skipped: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:pPrChange', 'w:rPrChange', 'mc:Fallback'])
const signs: Readonly<Record<string, string>> = { 'w:br': '\n', 'w:cr': '\n', 'w:tab': '　', 'w:noBreakHyphen': '-' }

type Paragraph = { text: string; list: string; level: number; style: string; described: boolean }

function paragraphsOf(xml: string, numbering: Numbering): string | null {
  const lines: string[] = []
  let length = 0
  // A paragraph may hold a box with paragraphs of its own.
  const open: Paragraph[] = []
  let skipping: { name: string; depth: number } | null = null
  let words = false
  let tooDeep = false

  const numberOf = ({ list, level, style }: Paragraph): string => {
    if (list === '0') return ''
    const place = list === '' ? numbering.ofStyle(style) : { list, level }
    return place ? numbering.next(place) : ''
  }
  const skip = (tag: Tag): boolean => {
    if (skipping) {
      if (tag.name === skipping.name && !tag.empty) skipping.depth += tag.closes ? -1 : 1
      if (skipping.depth === 0) skipping = null
      return true
    }
    if (!skipped.has(tag.name) || tag.closes) return false
    if (!tag.empty) skipping = { name: tag.name, depth: 1 }
    return true
  }
  const whole = walk(xml, {
    text: (text) => {
      const paragraph = open.at(-1)
      if (words && !skipping && paragraph) paragraph.text += text
    },
    tag(tag) {
      if (skip(tag)) return
      const paragraph = open.at(-1)
      if (tag.name === 'w:t') words = !tag.closes && !tag.empty
      else if (tag.name === 'w:p' && tag.closes) {
        const done = open.pop()
        if (!done || done.text.trim() === '' || length > mostSigns) return
        lines.push(`${numberOf(done)}${done.text}`)
        length += lines.at(-1)!.length
      } else if (tag.name === 'w:p' && !tag.empty) {
        if (open.length >= deepestOpen) tooDeep = true
        else open.push({ text: '', list: '', level: 0, style: '', described: false })
      } else if (!paragraph) return
      else if (tag.name === 'w:pPr') paragraph.described = !tag.closes && !tag.empty
      else if (paragraph.described) {
        if (tag.name === 'w:numId') paragraph.list = attributeOf(tag, 'w:val') ?? ''
        else if (tag.name === 'w:ilvl') paragraph.level = Number(attributeOf(tag, 'w:val')) || 0
        else if (tag.name === 'w:pStyle') paragraph.style = attributeOf(tag, 'w:val') ?? ''
      } else if (!tag.closes) paragraph.text += signs[tag.name] ?? ''
    },
  })
  return whole && !tooDeep && open.length === 0 ? lines.join('\n') : null
}
