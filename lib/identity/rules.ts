import { createHmac } from 'node:crypto'

export const shortestPassword = 12
export const longestPassword = 128

// Beginnings that the first thousand guesses of every list hold; what remains of a password after them must be long too.
const obvious = ['password', 'passw0rd', 'admin', 'administrator', 'qwerty', 'qwertyuiop', 'asdfgh', 'zxcvbn', 'abc123', 'iloveyou', 'welcome', 'letmein',
  'woaini', 'gongyi', 'jianchayuan', 'jiancha', '12345', '123456', '1234567890', '111111', '888888', '666666', '000000', 'a123456', '1qaz2wsx', '5201314'].sort((a, b) => b.length - a.length)

export type PasswordFault = 'tooShort' | 'tooLong' | 'obvious' | 'ownName' | 'same'

/** Length counts, riddles do not; but no list's first entries, no one-letter songs and not the own name. */
export function passwordFault(password: string, { login, current }: { login: string; current?: string }): PasswordFault | null {
  if (password.length < shortestPassword) return 'tooShort'
  if (password.length > longestPassword) return 'tooLong'
  if (password === current) return 'same'
  const plain = password.toLowerCase().replaceAll(/[\s._@#!$%^&*-]/g, '')
  const bare = obvious.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  if (bare.length < 4 || new Set(password).size < 5 || isRun(plain)) return 'obvious'
  const parts = login.toLowerCase().split('.').filter((part) => part.length > 2)
  return parts.reduce((rest, part) => rest.replaceAll(part, ''), plain).length < 6 ? 'ownName' : null
}

/** Every character is the neighbour of the one before: abcdefghijkl, 210987654321. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!)
  return codes.slice(1).filter((code, index) => Math.abs(code - codes[index]!) <= 1).length >= codes.length * 0.8
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * The first password of an account, made from its id, its version and the system's secret: nobody chooses it, nothing
 * keeps it in clear, and the next reset makes another.
 */
export function initialPassword(secret: string, userId: string, version: number): string {
  const bytes = createHmac('sha256', secret).update(`initial:${userId}:${version}`).digest()
  const letters = [...bytes.subarray(0, 16)].map((byte) => alphabet[byte % alphabet.length]!)
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-')
}

/** Records an administrator keeps; of all others the chain's reader learns who did what when, not what was written. */
const administrative: ReadonlySet<string> = new Set(['user', 'unit', 'region', 'setting', 'calendarYear'])
const numbered: ReadonlySet<string> = new Set(['papers', 'clocks', 'number'])

/** The facts of a line without the words of people who do business: codes, ids, dates and numbers stay, a text is told by its length. */
export function withoutWords(subjectType: string, facts: unknown): unknown {
  return administrative.has(subjectType) ? facts : masked(facts)
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return /^[\x21-\x7e]{0,64}$/.test(value) ? value : `…(${[...value].length})`
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, numbered.has(key) ? inner : masked(inner)]))
}
