import { getRequestConfig } from 'next-intl/server'
import { cookies } from 'next/headers'
import { localeCookie, messagesOf, timeZone, toLocale } from '@/lib/platform/i18n'

export default getRequestConfig(async ({ locale: wanted }) => {
  const locale = toLocale(wanted ?? (await cookies()).get(localeCookie)?.value)
  return { locale, messages: messagesOf(locale), timeZone }
})
