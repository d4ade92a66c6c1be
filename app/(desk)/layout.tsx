import type { ReactNode } from 'react'
import { mayOpen } from '@/components/shell/nav'
import { Shell } from '@/components/shell/shell'
import { loadShell } from '@/lib/identity/loaders'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const view = await loadShell()
  return (
    <Shell view={view} may={(key) => mayOpen(view.roles, key)} signOutToken={view.signOutToken}>
      {children}
    </Shell>
  )
}
