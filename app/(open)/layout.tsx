import type { ReactNode } from 'react'
import { PublicFrame } from '@/components/shell/public-frame'
import { isDemo } from '@/lib/platform/env'

export default function OpenLayout({ children }: { children: ReactNode }) {
  return <PublicFrame demo={isDemo()} wide>{children}</PublicFrame>
}
