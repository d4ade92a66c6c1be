'use client'

import type { StepState } from '@/lib/step-action'

/** Below the refusal: what others did to the record while this form was being filled in. */
export function SinceDrawn({ since }: { since: StepState['since'] }) {
  if (!since) return null
  return (
    <div className="-mt-3 text-sm">
      <p className="font-medium">{since.title}</p>
      <ul className="mt-1 list-disc pl-5">
        {since.lines.map((line) => <li key={line}>{line}</li>)}
      </ul>
      {since.trail && <a className="mt-1 inline-flex min-h-6 items-center text-link" href={since.trail.href}>{since.trail.label}</a>}
    </div>
  )
}
