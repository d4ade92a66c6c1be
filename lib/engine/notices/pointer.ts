import { env, isDemo } from '@/lib/platform/env'
import { defaultLocale, translator } from '@/lib/platform/i18n'

export type Pointer = { readonly count: number; readonly subject: string; readonly text: string; readonly link: string }

/** Says that something waits and where, and nothing of what: other people's servers and telephones read it. */
export function pointerTo(count: number): Pointer {
  const t = translator(defaultLocale, 'notices')
  const link = `${(env().PUBLIC_URL ?? '').replace(/\/$/, '')}/notices?show=unread`
  const mark = isDemo() ? t('pointer.demo') : ''
  return { count, subject: mark + t('pointer.subject', { count }), text: mark + t('pointer.text', { count }), link }
}
