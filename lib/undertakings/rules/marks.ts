import lists from '@/facts/undertakings/lists.json'

export const checks: readonly { readonly key: string; readonly points: number; readonly veto: boolean }[] = lists.checks
export const isCheck = (key: string): boolean => checks.some((check) => check.key === key)

const whole = 100
/** 一票否决: one such fault and the file has failed. */
export function scoreOf(faults: readonly string[]): number {
  const found = checks.filter(({ key }) => faults.includes(key))
  return found.some(({ veto }) => veto) ? 0 : whole - found.reduce((sum, { points }) => sum + points, 0)
}

export const readersNeeded = 2
/** What a file comes to once two have read it. */
export function resultOf(scores: readonly number[]): { score: number; passed: boolean } | null {
  if (scores.length < readersNeeded) return null
  const score = Math.round(scores.reduce((sum, each) => sum + each, 0) / scores.length)
  return { score, passed: score >= lists.passMark && scores.every((each) => each > 0) }
}

export const grades = [1, 2, 3, 4, 5] as const
export type Level = 'high' | 'medium' | 'low'
/** From likelihood times harm, as the local setting has it. */
export const levelOf = (likelihood: number, harm: number): Level => (lists.levels.find(({ from }) => likelihood * harm >= from)?.key ?? 'low') as Level
