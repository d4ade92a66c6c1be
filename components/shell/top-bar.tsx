import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { Badge, Chip } from '@/components/ui/chip'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { Account } from './account'
import { Brand } from './brand'
import { NavList } from './nav-list'
import { SearchBox } from './search-box'
import type { ShellProps } from './shell-view'

const tool = 'flex size-9 items-center justify-center rounded-md hover:bg-sunken pointer-coarse:size-11'
const layer = 'absolute top-full z-30 rounded-lg border bg-surface p-3 shadow-layer'

export async function TopBar({ view, nav, signOutToken }: Pick<ShellProps, 'view' | 'signOutToken'> & { nav: ComponentProps<typeof NavList> }) {
  const t = await getTranslations('shell')
  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-surface px-2 lg:gap-6 lg:px-4 print:hidden">
      <Menu className="lg:hidden">
        <summary aria-label={t('menu')} className={`list-none [&::-webkit-details-marker]:hidden ${tool}`}>
          <Icon name="menu" size={20} />
        </summary>
        <div className={`inset-x-2 flex max-h-[calc(100dvh-4rem)] flex-col gap-4 overflow-y-auto ${layer}`}>
          <NavList {...nav} />
          <div className="border-t pt-3">
            <Account {...view} signOutToken={signOutToken} />
          </div>
        </div>
      </Menu>

      <Link href="/" className="rounded-md lg:w-48">
        <Brand name={t('product')} />
      </Link>

      <search className="hidden grow md:block">
        <SearchBox label={t('search.label')} />
      </search>

      <div className="ml-auto flex items-center gap-1">
        <Link href="/search" aria-label={t('search.action')} className={`md:hidden ${tool}`}>
          <Icon name="search" size={20} />
        </Link>
        <Link href="/notices" className="flex h-9 min-w-9 items-center justify-center gap-1 rounded-md px-2 hover:bg-sunken pointer-coarse:h-11">
          <Icon name="bell" size={20} />
          {view.noticeCount > 0 ? (
            <Badge tone="accent" count={view.noticeCount > 99 ? '99+' : view.noticeCount} label={t('notices', { count: view.noticeCount })} />
          ) : (
            <span className="sr-only">{t('notices', { count: 0 })}</span>
          )}
        </Link>
        <Menu className="relative hidden lg:block">
          <summary className="flex min-h-9 list-none items-center gap-2 rounded-md px-2 hover:bg-sunken [&::-webkit-details-marker]:hidden">
            <Icon name="person" size={20} />
            <span className="sr-only">{t('account')}</span>
            <span className="text-sm leading-tight">
              <span className="font-medium">{view.userName}</span>
              <span className="block text-xs text-muted">
                {view.regionName} · {view.unitName}
              </span>
            </span>
            {view.actingForName && <Chip tone="accent">{t('actingFor', { name: view.actingForName })}</Chip>}
          </summary>
          <div className={`right-0 w-64 ${layer}`}>
            <Account {...view} signOutToken={signOutToken} />
          </div>
        </Menu>
      </div>
    </header>
  )
}
