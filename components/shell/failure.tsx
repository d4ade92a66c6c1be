'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'

/** Says that it failed, what that means for what was typed, and what to do; nothing of the cause. */
export function Failure({ reference, retry }: { reference?: string; retry: () => void }) {
  const t = useTranslations('common.error')
  return (
    <div className="mx-auto flex max-w-prose flex-col gap-3 px-4 py-16" role="alert">
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      <p>{t('body')}</p>
      {reference && <p className="text-sm text-muted">{t('reference', { reference })}</p>}
      <div className="mt-2 flex gap-3">
        <Button variant="primary" onClick={retry}>
          {t('retry')}
        </Button>
        <Link href="/" className={buttonClass()}>
          {t('home')}
        </Link>
      </div>
    </div>
  )
}
