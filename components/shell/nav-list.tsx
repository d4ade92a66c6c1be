import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { type NavKey, visibleGroups } from './nav'
import { NavLink } from './nav-link'

export async function NavList({ may }: { may: (key: NavKey) => boolean }) {
  const t = await getTranslations('shell')
  return (
    <nav aria-label={t('mainNav')} className="flex flex-col gap-4">
      {visibleGroups(may).map((group) => (
        <div key={group.key}>
          <p className="px-2.5 pb-1 text-xs text-muted">{t(`group.${group.key}`)}</p>
          <ul className="flex flex-col gap-0.5">
            {group.items.map(({ key, href, icon }) => (
              <li key={key}>
                <NavLink href={href}>
                  <Icon name={icon} />
                  {t(`nav.${key}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
