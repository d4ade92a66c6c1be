import type { ReactNode } from 'react'
import { mayOpen } from '@/components/shell/nav'
import { Shell } from '@/components/shell/shell'
import { loadShell } from '@/lib/identity/loaders'

/** Draws what surrounds a page and guards nothing: each page asks for its own right. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { signOutToken, ...view } = await loadShell()
  return (
    <Shell view={view} may={(key) => mayOpen(view.roles, key)} signOutToken={signOutToken}>
      {children}
    </Shell>
  )
}
