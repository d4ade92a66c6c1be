import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { locales } from '@/lib/platform/i18n'

const folder = (locale: string) => join(process.cwd(), 'messages', locale)
const filesOf = (locale: string) => readdirSync(folder(locale)).sort()
const source = filesOf('zh-CN')

/** Every message of a file under its dotted key; anything but nested words is a fault of the file. */
function flatten(value: unknown, key: string): [string, string][] {
  if (typeof value === 'string') return [[key, value]]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${key} is no text`)
  return Object.entries(value).flatMap(([name, inner]) => {
    if (!/^[a-zA-Z0-9_-]+$/.test(name)) throw new Error(`${key}.${name}: a key has letters and digits only`)
    return flatten(inner, key ? `${key}.${name}` : name)
  })
}

const read = (locale: string, file: string) =>
  new Map(flatten(JSON.parse(readFileSync(join(folder(locale), file), 'utf8')), ''))

/** Names that must be filled in, with the tags around words. */
function placeholders(elements: MessageFormatElement[]): string[] {
  const names = elements.flatMap((element) => {
    if (isLiteralElement(element) || isPoundElement(element)) return []
    if (isTagElement(element)) return [`<${element.value}>`, ...placeholders(element.children)]
    if (isPluralElement(element) || isSelectElement(element))
      return [element.value, ...Object.values(element.options).flatMap((option) => placeholders(option.value))]
    return [element.value]
  })
  return [...new Set(names)].sort()
}

const placeholdersOf = (messages: Map<string, string>) =>
  Object.fromEntries([...messages].map(([key, text]) => [key, placeholders(parse(text))]))

describe('messages', () => {
  it('stand in the same files in every language', () => {
    expect(source.length).toBeGreaterThan(0)
    for (const locale of locales) expect(filesOf(locale), locale).toEqual(source)
  })

  it.each(source)('%s is a namespace of its own', (file) => {
    expect(file).toMatch(/^[a-z]+([A-Z][a-z]+|-[a-z]+)*\.json$/)
    expect(read('zh-CN', file).size).toBeGreaterThan(0)
  })

  it.each(source)('%s says the same things in English', (file) => {
    const origin = read('zh-CN', file)
    const english = read('en', file)
    expect([...english.keys()].sort()).toEqual([...origin.keys()].sort())
    expect(placeholdersOf(english)).toEqual(placeholdersOf(origin))
  })

  it.each(locales.flatMap((locale) => source.map((file) => [locale, file] as const)))('%s/%s leaves nothing empty', (locale, file) => {
    const blank = [...read(locale, file)].filter(([, text]) => text.trim() === '').map(([key]) => key)
    expect(blank).toEqual([])
  })

  it.each(source)('%s in English holds no Chinese', (file) => {
    const chinese = [...read('en', file)].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => key)
    // A term of the law may be quoted beside its translation; it then stands in brackets.
    const unbracketed = chinese.filter((key) => /\p{Script=Han}/u.test((read('en', file).get(key) ?? '').replaceAll(/\([^)]*\)|“[^”]*”|《[^》]*》/g, '')))
    expect(unbracketed).toEqual([])
  })

  it.each(source)('%s parts its Chinese with Chinese signs', (file) => {
    const half = [...read('zh-CN', file)].filter(([, text]) => /[\p{Script=Han}”）》][,;](?=[\p{Script=Han}“（《])/u.test(text)).map(([key]) => key)
    expect(half).toEqual([])
  })
})
