import type { Tone } from '@/components/ui/tone'
import type { IconName } from '@/components/ui/icon'
import type { Phase } from '@/lib/engine/deadlines/phase'

/** How each phase of a clock looks and which words of `deadlines.badge` tell its date. */
export const clockMarks: Record<Phase, { tone: Tone; icon: IconName; words: string }> = {
  notBegun: { tone: 'neutral', icon: 'clock', words: 'starts' },
  running: { tone: 'neutral', icon: 'clock', words: 'left' },
  dueSoon: { tone: 'amber', icon: 'clock', words: 'left' },
  dueToday: { tone: 'amber', icon: 'clock', words: 'today' },
  overdue: { tone: 'red', icon: 'warning', words: 'overdue' },
  paused: { tone: 'neutral', icon: 'pause', words: 'paused' },
  satisfiedInTime: { tone: 'neutral', icon: 'check', words: 'done' },
  // A promise kept too late was broken: it keeps the colour of overdue.
  satisfiedLate: { tone: 'red', icon: 'check', words: 'doneLate' },
  lapsed: { tone: 'neutral', icon: 'cross', words: 'lapsed' },
  cancelled: { tone: 'neutral', icon: 'cross', words: 'cancelled' },
}
