'use client'

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { type Tone, toneClass } from './tone'

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
      className={`chip ${toneClass[tone]}`}
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
