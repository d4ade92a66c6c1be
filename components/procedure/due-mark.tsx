'use client'

import { Fragment } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/tone'

const tones: Record<Tone, string> = { neutral: 'text-ink', accent: 'text-ink', amber: 'text-amber', red: 'text-red', green: 'text-green' }

/** A date and what is left; each part stays whole where a narrow column breaks the line. */
export function DueMark({ tone, icon, words, note }: { tone: Tone; icon: IconName; words: string; note?: string }) {
  return (
    <span className={`due ${tones[tone]}`}>
      <Icon name={icon} />
      <span>
        {words.split(' · ').map((part, index) => (
          <Fragment key={part}>
            {index > 0 && ' · '}
            <b>{part}</b>
          </Fragment>
        ))}
        {note && <span className="ml-1.5 text-muted">{note}</span>}
      </span>
    </span>
  )
}
