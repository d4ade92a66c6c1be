/** One draft a person, step and record; `new` before there is one. */
export const draftKey = (step: string, id: string | null | undefined): string => `${step}:${id ?? 'new'}`
