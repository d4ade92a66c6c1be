/** What stands behind the question mark of a list's address; one value a name. */
export type Query = Readonly<Record<string, string | undefined>>

/** The same page with some of its state changed; `undefined` and '' take a name away. */
export function hrefWith(path: string, query: Query, changes: Query = {}) {
  const kept = Object.entries({ ...query, ...changes }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const search = new URLSearchParams(kept).toString()
  return search ? `${path}?${search}` : path
}
