import Link from 'next/link'
import { Icon } from './icon'

export type StepMark = { label: string; state: 'done' | 'current' | 'ahead'; href?: string; note?: string }

/** How far a long form or a course of stages has come. `done` is the word read out for what lies behind. */
export function Steps({ label, steps, done }: { label: string; steps: readonly StepMark[]; done: string }) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-5 gap-y-2">
      {steps.map(({ label: name, state, href, note }, index) => (
        <li
          key={name}
          aria-current={state === 'current' ? 'step' : undefined}
          className={`flex items-center gap-2 ${state === 'ahead' ? 'text-muted' : ''}`}
        >
          <span
            aria-hidden
            className={`flex size-6 items-center justify-center rounded-full border text-xs ${state === 'current' ? 'border-accent bg-accent text-on-accent' : state === 'done' ? 'border-accent text-accent' : 'border-line-strong'}`}
          >
            {state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          {state === 'done' && <span className="sr-only">{done}</span>}
          <span className={state === 'current' ? 'font-medium' : ''}>
            {href ? (
              <Link href={href} className="text-link">
                {name}
              </Link>
            ) : (
              name
            )}
            {note && <span className="block text-xs text-muted">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
