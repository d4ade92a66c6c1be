import { cookies } from 'next/headers'
import { type Locale, localeCookie, toLocale } from './i18n'

/** The language of a request that is no page. */
export const requestLocale = async (): Promise<Locale> => toLocale((await cookies()).get(localeCookie)?.value)
