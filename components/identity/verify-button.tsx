'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { verifyChain } from '@/lib/identity/actions'

type Words = { button: string; pending: string; whole: string; broken: string; refused: string }

/** Walks the chain and says how many lines hold, or which is the first that does not. */
export function VerifyButton({ words }: { words: Words }) {
  const [verdict, verify] = useActionState(() => verifyChain(), undefined)
  return (
    <form action={verify} className="flex flex-wrap items-center gap-3">
      <SubmitButton variant="secondary" pendingLabel={words.pending}>
        {words.button}
      </SubmitButton>
      {verdict && (
        <Notice live tone="neutral" icon={verdict.ok === false ? 'warning' : 'shield'}>
          {verdict.ok === null ? words.refused : verdict.ok ? `${words.whole} ${verdict.lines}` : `${words.broken} ${verdict.stream}-${verdict.seq}`}
        </Notice>
      )}
    </form>
  )
}
