export type Article = { readonly article: string; readonly heading: string; readonly text: string }

/** What stands before the first article. */
export const preamble = '前言'
const numerals = '零〇一二三四五六七八九十百千0-9'
const start = new RegExp(`^\\s*(第[${numerals}]+条)[\\s　:：、]*(?:[【\\[（(]([^】\\]）)]{1,30})[】\\]）)])?\\s*`)
/** Opinions without 第…条 are divided by 一、二、. */
const section = new RegExp(`^\\s*([${numerals}]{1,4})、\\s*`)

/**
 * The articles of a text as it was pasted, word for word. What stands before the first article is kept as 前言; a text without
 * numbers is one article. Headings of chapters stay with the article before them.
 */
export function articlesOf(text: string): Article[] {
  const lines = text.replaceAll('\r', '').split('\n')
  const byArticle = lines.some((line) => start.test(line))
  const found: { article: string; heading: string; lines: string[] }[] = []
  for (const line of lines) {
    const match = byArticle ? start.exec(line) : section.exec(line)
    if (match) found.push({ article: byArticle ? match[1]! : `${match[1]!}、`, heading: match[2] ?? '', lines: [line.slice(match[0].length)] })
    else if (line.trim() !== '') {
      if (found.length === 0) found.push({ article: preamble, heading: '', lines: [] })
      found.at(-1)!.lines.push(line)
    }
  }
  return found
    .map(({ article, heading, lines: own }) => ({ article, heading, text: own.map((each) => each.trim()).filter(Boolean).join('\n') }))
    .filter(({ text: body }) => body !== '')
}

/** 一、 stands close to its words, 第一条 apart from them. */
export const isSection = (article: string): boolean => article.endsWith('、')

/** The text an article is edited in: what `articlesOf` reads back. */
export const textOf = (articles: readonly Article[]): string =>
  articles.map(({ article, heading, text }) => `${article === preamble ? '' : isSection(article) ? article : `${article}　`}${heading ? `【${heading}】` : ''}${text}`).join('\n')

/** Two articles of one name are one too many: everything else refers to an article by it. */
export function repeatedArticle(articles: readonly Article[]): string | null {
  const seen = new Set<string>()
  for (const { article } of articles) {
    if (seen.has(article)) return article
    seen.add(article)
  }
  return null
}
