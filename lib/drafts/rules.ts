/** One draft a person, step and record; `new` before there is one. */
export const draftKey = (step: string, id: string | null | undefined): string => `${step}:${id ?? 'new'}`

/** Who typed within this while counts as sitting at the form. */
export const presentMinutes = 5

export type Typist = { readonly name: string; readonly unitId: string; readonly unitName: string }

/** Colleagues by name; of another body only that it is somebody of theirs. The last to type comes first. */
export function namesOfPresent(unitId: string, typists: readonly Typist[]): { readonly people: readonly string[]; readonly units: readonly string[] } {
  const own = typists.filter((typist) => typist.unitId === unitId)
  const others = typists.filter((typist) => typist.unitId !== unitId)
  return { people: own.map(({ name }) => name), units: [...new Set(others.map(({ unitName }) => unitName))] }
}

export type Present = ReturnType<typeof namesOfPresent>
