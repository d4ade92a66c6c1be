/** red: overdue. amber: due within seven days. green: verified rectification. All else is neutral or accent. */
export type Tone = 'neutral' | 'accent' | 'amber' | 'red' | 'green'

export const toneClass: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-ink',
  accent: 'border-transparent bg-accent-soft text-accent-strong',
  amber: 'border-transparent bg-amber-soft text-amber',
  red: 'border-transparent bg-red-soft text-red',
  green: 'border-transparent bg-green-soft text-green',
}
