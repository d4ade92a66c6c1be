import type { Scope } from './scope'

/**
 * The words of a text for the search index: every pair of neighbouring Chinese characters, single characters where
 * they stand alone, and Latin words or numbers whole. Exact for Chinese of two characters and more.
 */
export function searchWords(text: string): string[] {
  const words = new Set<string>()
  for (const run of text.normalize('NFKC').toLowerCase().match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []) {
    const characters = [...run]
    if (/[a-z0-9]/.test(run) || characters.length < 2) words.add(run)
    else for (let i = 0; i < characters.length - 1; i += 1) words.add(characters[i]! + characters[i + 1]!)
  }
  return [...words]
}

/** Texts that only one unit may find a record by. */
export type InnerTexts = { readonly unitId: string; readonly texts: readonly string[] }

/**
 * What the index of a record holds: its words and the scope tokens of all who may see it. Inner words stand apart, behind a mark of
 * the unit they belong to: to be found by a word tells that it is there, so nobody else may even ask for it.
 */
export function searchLexemes(texts: readonly string[], audience: readonly string[], inner?: InnerTexts): string[] {
  const open = new Set([...texts.flatMap(searchWords), ...audience])
  if (!inner) return [...open]
  const own = new Set(inner.texts.flatMap(searchWords).filter((word) => !open.has(word)))
  return [...open, ...[...own].map(innerWord), keeperMark(inner.unitId)]
}

// Neither can be a word of a text or a scope token.
const innerWord = (word: string) => `i/${word}`
const keeperMark = (unitId: string) => `k/${unitId}`

/** What can be asked for: a lone Chinese character stands in no pair, so it would hide every record that has it in a word. */
export const askedWords = (text: string): string[] => searchWords(text).filter((word) => !/^\p{Script=Han}$/u.test(word))

/** The tsquery for these words within this scope; null where nothing can be searched for. */
export function searchQuery(scope: Scope, text: string): string | null {
  const words = askedWords(text)
  if (words.length === 0 || scope.tokens.length === 0) return null
  return `(${scope.tokens.map(quote).join(' | ')}) & ${words.map(quote).join(' & ')}`
}

/** The same for records that have inner words: those of the own unit count too. */
export function innerSearchQuery(scope: Scope, text: string): string | null {
  const words = askedWords(text)
  if (words.length === 0 || scope.tokens.length === 0) return null
  const keeper = quote(keeperMark(scope.unitId))
  return `(${scope.tokens.map(quote).join(' | ')}) & ${words.map((word) => `(${quote(word)} | ${keeper} & ${quote(innerWord(word))})`).join(' & ')}`
}

const quote = (lexeme: string) => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
