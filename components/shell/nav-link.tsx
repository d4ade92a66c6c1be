'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** Knows whether it is where one is, and shuts the phone's menu behind it. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname()
  const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
      className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-strong pointer-coarse:min-h-11"
    >
      {children}
    </Link>
  )
}
