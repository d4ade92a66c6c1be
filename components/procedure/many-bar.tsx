'use client'

import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'

export type BarWords = {
  readonly open: string
  readonly all: string
  readonly none: string
  readonly toForm: string
  /** How many are chosen, in words, by their number. */
  readonly chosen: readonly string[]
}

/** Stays at the lower edge while one goes through the list, where the screen is not too low for it; null where nobody counts, before scripts run. */
export function ManyBar({ chosen, choose, panel, words }: { chosen: number | null; choose: (is: () => boolean) => void; panel: string; words: BarWords }) {
  return (
    <div className="bottom-0 z-10 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line-strong bg-surface px-4 py-2 [@media(height>=30rem)]:sticky print:hidden">
      <p role="status" className="mr-auto font-medium">{chosen === null ? words.open : words.chosen[chosen]}</p>
      {chosen !== null && <Button onClick={() => choose(() => true)}>{words.all}</Button>}
      {chosen !== null && <Button onClick={() => choose(() => false)}>{words.none}</Button>}
      <a href={`#${panel}`} className={buttonClass('secondary')}>{words.toForm}</a>
    </div>
  )
}
