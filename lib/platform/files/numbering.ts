import { attributeOf, walk } from './xml'

type Level = { start: number; format: string; text: string; joined: boolean }
type Place = { readonly list: string; readonly level: number }

/** The numbers a word processor writes before paragraphs by itself: they stand in no paragraph's text. */
export type Numbering = { readonly next: (place: Place) => string; readonly ofStyle: (style: string) => Place | null }

const units = ['', '十', '百', '千']
const digits = '零一二三四五六七八九'

/** 二十三; up to 9999. */
export function chineseNumber(value: number): string {
  if (value < 1 || value > 9999) return String(value)
  const signs = [...String(value)]
  let text = ''
  for (const [index, sign] of signs.entries()) {
    const unit = units[signs.length - 1 - index]!
    if (sign !== '0') text += digits[Number(sign)]! + unit
    else if (text !== '' && !text.endsWith('零') && Number(signs.slice(index).join('')) > 0) text += '零'
  }
  return text.replace(/^一十/, '十')
}

const letters = (value: number, first: string): string => String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.min(3, Math.ceil(value / 26)))

const romans = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const
function roman(value: number): string {
  let [left, text] = [value % 4000, '']
  for (const [worth, sign] of romans) for (; left >= worth; left -= worth) text += sign
  return text
}

function written(value: number, format: string): string {
  if (/^(chinese|japanese|taiwanese|ideograph)/.test(format)) return chineseNumber(value)
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format === 'upperLetter' || format === 'lowerLetter') return letters(value, format === 'upperLetter' ? 'A' : 'a')
  if (format === 'upperRoman' || format === 'lowerRoman') return format === 'upperRoman' ? roman(value).toUpperCase() : roman(value)
  if (format === 'decimalEnclosedCircle' && value <= 20) return String.fromCodePoint(0x2460 + value - 1)
  return String(value)
}

const deepest = 9
// No list of an official document comes near; a file made to burden the reader would.
const longestText = 60
const mostLists = 2000
const mostStyles = 5000
const highest = 9999
const startOf = (value: string): number => Math.min(highest, Math.max(0, Math.trunc(Number(value) || 0)))

const none: Level = { start: 1, format: 'none', text: '', joined: true }

/** From the parts `word/numbering.xml` and `word/styles.xml`; null where either is no XML. */
export function numberingOf(numbering: string, styles: string): Numbering | null {
  const lists = readLists(numbering)
  const ofStyle = readStyles(styles)
  if (!lists || !ofStyle) return null
  const counts = new Map<string, number[]>()
  return {
    ofStyle: (style) => ofStyle.get(style) ?? null,
    next({ list, level }) {
      const levels = lists.get(list)
      if (!levels || !Number.isInteger(level) || level < 0 || level >= deepest) return ''
      const count = counts.get(list) ?? []
      counts.set(list, count)
      const at = (depth: number) => levels[depth] ?? none
      for (let depth = 0; depth < level; depth += 1) count[depth] ??= at(depth).start
      count[level] = count[level] === undefined ? at(level).start : count[level] + 1
      count.length = level + 1
      const { format, text, joined } = at(level)
      if (format === 'bullet' || format === 'none') return ''
      const number = text.replaceAll(/%([1-9])/g, (_, depth: string) => written(count[Number(depth) - 1] ?? 1, at(Number(depth) - 1).format))
      return joined ? number : `${number}　`
    },
  }
}

function readLists(xml: string): Map<string, Level[]> | null {
  const kinds = new Map<string, Level[]>()
  const lists = new Map<string, Level[]>()
  let levels: Level[] = []
  let level: Level | null = null
  let list = ''
  const whole = walk(xml, {
    text: () => undefined,
    tag(tag) {
      const value = attributeOf(tag, 'w:val') ?? ''
      if (tag.closes) {
        if (tag.name === 'w:lvl') level = null
      } else if (tag.name === 'w:abstractNum') {
        levels = []
        if (kinds.size < mostLists) kinds.set(attributeOf(tag, 'w:abstractNumId') ?? '', levels)
      }
      else if (tag.name === 'w:num') list = attributeOf(tag, 'w:numId') ?? ''
      else if (tag.name === 'w:abstractNumId' && lists.size < mostLists) lists.set(list, (kinds.get(value) ?? []).map((each) => ({ ...each })))
      else if (tag.name === 'w:lvl') {
        const depth = Number(attributeOf(tag, 'w:ilvl'))
        level = { ...none, format: 'decimal', joined: false }
        if (depth >= 0 && depth < deepest) levels[depth] = level
      } else if (tag.name === 'w:lvlOverride') level = lists.get(list)?.[Number(attributeOf(tag, 'w:ilvl'))] ?? null
      else if (level && tag.name === 'w:startOverride') level.start = startOf(value)
      else if (level && tag.name === 'w:start') level.start = startOf(value)
      else if (level && tag.name === 'w:numFmt') level.format = value
      else if (level && tag.name === 'w:lvlText') level.text = value.slice(0, longestText)
      else if (level && tag.name === 'w:suff') level.joined = value === 'nothing'
    },
  })
  return whole ? lists : null
}

function readStyles(xml: string): Map<string, Place> | null {
  const found = new Map<string, Place>()
  let style = ''
  let place = { list: '', level: 0 }
  const whole = walk(xml, {
    text: () => undefined,
    tag(tag) {
      if (tag.name === 'w:style' && !tag.closes) {
        style = attributeOf(tag, 'w:styleId') ?? ''
        place = { list: '', level: 0 }
      } else if (tag.name === 'w:ilvl') place.level = Number(attributeOf(tag, 'w:val')) || 0
      else if (tag.name === 'w:numId') place.list = attributeOf(tag, 'w:val') ?? ''
      else if (tag.name === 'w:style' && tag.closes && place.list !== '' && place.list !== '0' && found.size < mostStyles) found.set(style, place)
    },
  })
  return whole ? found : null
}
