import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** red: overdue. amber: due within seven days. green: verified rectification. All else is neutral or accent. */
export type Tone = 'neutral' | 'accent' | 'amber' | 'red' | 'green'

export const toneClass: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-ink',
  accent: 'border-transparent bg-accent-soft text-accent-strong',
  amber: 'border-transparent bg-amber-soft text-amber',
  red: 'border-transparent bg-red-soft text-red',
  green: 'border-transparent bg-green-soft text-green',
}

const toneIcon: Record<Tone, IconName | undefined> = {
  neutral: undefined,
  accent: undefined,
  amber: 'clock',
  red: 'warning',
  green: 'check',
}

/** A state in one word; the colour never says it alone. */
export function Chip({ tone = 'neutral', icon, children, title }: { tone?: Tone; icon?: IconName; children: ReactNode; title?: string }) {
  const drawn = icon ?? toneIcon[tone]
  return (
    <span
      title={title}
      className={`inline-flex items-center gap-1 rounded-md border px-1.5 text-xs leading-5 font-medium whitespace-nowrap ${toneClass[tone]}`}
    >
      {drawn && <Icon name={drawn} />}
      {children}
    </span>
  )
}

/** A number beside a word; `label` says of what. */
export function Badge({ count, label, tone = 'neutral' }: { count: number | string; label: string; tone?: Tone }) {
  return (
    <span className={`inline-block min-w-5 rounded-full border px-1.5 text-center text-xs leading-[18px] font-medium whitespace-nowrap ${toneClass[tone]}`}>
      <span aria-hidden>{count}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
