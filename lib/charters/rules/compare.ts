type Promised = { readonly key: string; readonly title: string; readonly kind: string; readonly owedBy: string; readonly terms: unknown }
type Text = { readonly article: string; readonly heading: string; readonly text: string; readonly obligations: readonly Promised[] }

export type Difference = {
  readonly article: string
  readonly change: 'added' | 'removed' | 'changed' | 'promises' | 'same'
  readonly before: Text | null
  readonly after: Text | null
}

const promisesOf = ({ obligations }: Text) =>
  JSON.stringify([...obligations].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, title, kind, owedBy, terms }) => [key, title, kind, owedBy, sorted(terms)]))

const sorted = (terms: unknown) => Object.entries(terms as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))

/** Article by article, in the order of the later text; what was dropped stands where it used to. */
export function compareTexts(before: readonly Text[], after: readonly Text[]): Difference[] {
  const old = new Map(before.map((each) => [each.article, each]))
  const differences = after.map((now): Difference => {
    const then = old.get(now.article) ?? null
    const change = !then ? 'added' : then.text !== now.text || then.heading !== now.heading ? 'changed' : promisesOf(then) !== promisesOf(now) ? 'promises' : 'same'
    return { article: now.article, change, before: then, after: now }
  })
  before.forEach((then, index) => {
    if (after.some(({ article }) => article === then.article)) return
    differences.splice(index, 0, { article: then.article, change: 'removed', before: then, after: null })
  })
  return differences
}
