import type { ReactNode } from 'react'
import { type Tone, toneClass } from './tone'
import { Icon, type IconName } from './icon'

const icons: Record<Tone, IconName> = { neutral: 'info', accent: 'info', amber: 'clock', red: 'warning', green: 'check' }

/** A word to the reader above what it concerns. `live` has it read out when it comes up after a step. */
export function Notice({ tone = 'accent', icon, title, live = false, children }: {
  tone?: Tone
  icon?: IconName
  title?: ReactNode
  live?: boolean
  children?: ReactNode
}) {
  return (
    <div role={live ? 'status' : undefined} className={`flex gap-2 rounded-md border px-3 py-2 ${toneClass[tone]}`}>
      <span className="mt-[3px]">
        <Icon name={icon ?? icons[tone]} />
      </span>
      <div className="min-w-0">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  )
}
