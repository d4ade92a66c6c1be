import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, description: t('tagline'), robots: { index: false } }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { common, files } = await getMessages()
  return (
    <html lang={await getLocale()}>
      <body>
        {/* Words come from the server by props; only the shared ones travel to the browser. */}
        <NextIntlClientProvider messages={{ common, files }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
