/** Where records stand that others are linked to, by the type of the link. */
export const recordPaths: Readonly<Record<string, string>> = {
  clue: '/clues', case: '/cases', recommendation: '/recommendations', undertaking: '/undertakings', caseFamily: '/case-families',
}
