type Dated = { readonly effectiveOn: string; readonly everywhere: boolean }

/** The value that holds on a day, of rows newest first: the place's own beats that of the whole system. */
export function valueOn<Row extends Dated>(rows: readonly Row[], on: string): Row | null {
  const begun = rows.filter(({ effectiveOn }) => effectiveOn <= on)
  return begun.find((row) => !row.everywhere) ?? begun[0] ?? null
}
