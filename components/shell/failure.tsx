'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { useWords, withValues } from '@/components/ui/words'

/** Says that it failed, what that means for what was typed, and what to do; nothing of the cause. */
export function Failure({ reference, retry }: { reference?: string; retry: () => void }) {
  const { error } = useWords()
  return (
    <div className="mx-auto flex max-w-prose flex-col gap-3 px-4 py-16" role="alert">
      <h1 className="text-xl font-semibold">{error.title}</h1>
      <p>{error.body}</p>
      {reference && <p className="text-sm text-muted">{withValues(error.reference, { reference })}</p>}
      <div className="mt-2 flex gap-3">
        <Button variant="primary" onClick={retry}>
          {error.retry}
        </Button>
        <Link href="/" className={buttonClass()}>
          {error.home}
        </Link>
      </div>
    </div>
  )
}
