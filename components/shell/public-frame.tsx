import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SkipLink } from '@/components/ui/skip-link'
import { Brand } from './brand'
import { DemoBanner } from './demo-banner'
import { Footer } from './footer'
import { LanguageSwitch } from './language-switch'

/** What surrounds pages before sign-in: the name, the language, one column. */
export async function PublicFrame({ demo, wide = false, children }: { demo: boolean; wide?: boolean; children: ReactNode }) {
  const t = await getTranslations('shell')
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink target="main">{t('skip')}</SkipLink>
      {demo && <DemoBanner />}
      <header className="flex h-12 items-center justify-between border-b bg-surface px-4 print:hidden">
        <Brand name={t('product')} />
        <div className="flex items-center gap-4">
          <Link className="text-link text-sm" href="/typical-cases">{t('publicCases')}</Link>
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`mx-auto w-full grow px-4 py-12 focus:outline-none ${wide ? 'max-w-4xl' : 'max-w-md'}`}>
        {children}
      </main>
      <Footer />
    </div>
  )
}
