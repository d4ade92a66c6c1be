import type { ReactNode } from 'react'
import type { AccountView } from './account'
import type { NavKey } from './nav'

export type ShellView = AccountView & {
  noticeCount: number
  demo: boolean
  /** The step that led to this page. */
  done: { readonly step: string; readonly requestId: string } | null
}

export type ShellProps = {
  view: ShellView
  may: (key: NavKey) => boolean
  /** next-auth's form token; signing out is a plain post. */
  signOutToken: string
  children: ReactNode
}
