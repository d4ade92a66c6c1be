'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Icon, type IconName } from '@/components/ui/icon'

export type NavGroup = { readonly key: string; readonly label: string; readonly items: readonly { href: string; icon: IconName; label: string }[] }

/** The places of the shell: knows where one is, and shuts the phone's menu behind one. */
export function NavList({ label, groups }: { label: string; groups: readonly NavGroup[] }) {
  const path = usePathname()
  const isHere = (href: string) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`))
  return (
    <nav aria-label={label} className="flex flex-col gap-4">
      {groups.map((group) => (
        <div key={group.key}>
          <p className="px-2.5 pb-1 text-xs text-muted">{group.label}</p>
          <ul className="flex flex-col gap-0.5">
            {group.items.map(({ href, icon, label: name }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={isHere(href) ? 'page' : undefined}
                  onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
                  className="nav-link"
                >
                  <Icon name={icon} />
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
