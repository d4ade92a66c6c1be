import { getTranslations } from 'next-intl/server'
import { SkipLink } from '@/components/ui/skip-link'
import { DemoBanner } from './demo-banner'
import { Footer } from './footer'
import { visibleGroups } from './nav'
import { NavList } from './nav-list'
import type { ShellProps } from './shell-view'
import { TopBar } from './top-bar'

/** What surrounds every page behind sign-in. It draws and guards nothing. */
export async function Shell({ view, may, signOutToken, children }: ShellProps) {
  const t = await getTranslations('shell')
  // One object, drawn twice: at the side and in the phone's menu.
  const nav = {
    label: t('mainNav'),
    groups: visibleGroups(may).map(({ key, items }) => ({
      key, label: t(`group.${key}`), items: items.map((item) => ({ href: item.href, icon: item.icon, label: t(`nav.${item.key}`) })),
    })),
  }
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink target="main">{t('skip')}</SkipLink>
      {view.demo && <DemoBanner />}
      <TopBar view={view} nav={nav} signOutToken={signOutToken} />
      <div className="flex grow">
        <div className="hidden w-52 shrink-0 border-r bg-surface lg:block print:hidden">
          <div className="sticky top-12 max-h-[calc(100dvh-3rem)] overflow-y-auto p-3">
            <NavList {...nav} />
          </div>
        </div>
        <div className="flex min-w-0 grow flex-col">
          <main id="main" tabIndex={-1} className="w-full max-w-[90rem] grow px-4 py-5 focus:outline-none lg:px-6 print:p-0">
            {children}
          </main>
          <Footer />
        </div>
      </div>
    </div>
  )
}
