import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AbstractIntlMessages, createTranslator } from 'next-intl'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'zh-CN'
export const timeZone = 'Asia/Shanghai'
export const localeCookie = 'locale'

export function toLocale(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? defaultLocale
}

const loaded = new Map<Locale, AbstractIntlMessages>()

/** All files of a language; each file is one namespace, named by the file. */
export function messagesOf(locale: Locale): AbstractIntlMessages {
  const known = loaded.get(locale)
  if (known) return known
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'messages', locale)
  const messages = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), 'utf8')) as AbstractIntlMessages]),
  )
  if (process.env.NODE_ENV === 'production') loaded.set(locale, messages)
  return messages
}

/** What words are asked by, on pages and elsewhere. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

/** For the worker, papers and command line; pages use next-intl itself. */
export function translator(locale: Locale, namespace: string): Translate {
  const translate = createTranslator({ locale, namespace, messages: messagesOf(locale), timeZone })
  // Our messages are read at run time, so their keys are checked by a test and not by the compiler.
  return (key, values) => translate(key as never, values as never)
}

/** Keys with their namespace in front, as they come out of data. */
export const anyWord = (locale: Locale): Translate => (key, values) => {
  const [namespace = '', ...rest] = key.split('.')
  return translator(locale, namespace)(rest.join('.'), values)
}
