const identityNumber = /(?<!\d)\d{17}[\dXx](?!\d)/
const telephone = /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/

/** An identity or telephone number: people are counted here, nobody's data comes in. */
export const holdsPersonalData = (text: string): boolean => identityNumber.test(text) || telephone.test(text)
