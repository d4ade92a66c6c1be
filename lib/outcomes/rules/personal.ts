const identityNumber = /(?<!\d)\d{17}[\dXx](?!\d)/
const telephone = /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/

/** An identity or telephone number: people are counted here, nobody's data comes in. */
export const holdsPersonalData = (text: string): boolean => identityNumber.test(text) || telephone.test(text)

/** Which of these texts hold such a number, as messages by input path. */
export const personalFaults = (texts: Readonly<Record<string, string | undefined>>, message: string): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).flatMap(([field, text]) => (text !== undefined && holdsPersonalData(text) ? [[field, message]] : [])))
