import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { SkipLink } from '@/components/ui/skip-link'
import { DemoBanner } from './demo-banner'
import { Footer } from './footer'
import { visibleGroups } from './nav'
import { NavList } from './nav-list'
import type { ShellProps } from './shell-view'
import { StepDone } from './step-done'
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
  const stepName = view.done && (await nameOf(view.done.step))
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
            {view.done && stepName && (
              <StepDone key={view.done.requestId}>
                <Notice icon="check">{t('stepDone', { step: stepName })}</Notice>
              </StepDone>
            )}
            {children}
          </main>
          <Footer />
        </div>
      </div>
    </div>
  )
}

/** Null for what is no step: the cookie is the browser's. */
async function nameOf(step: string): Promise<string | null> {
  const t = await getTranslations()
  const key = `${step}.name` as never
  return t.has(key) ? t(key) : null
}
