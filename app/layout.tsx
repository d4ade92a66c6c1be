import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Words, WordsProvider } from '@/components/ui/words'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, description: t('tagline'), robots: { index: false } }
}

async function wordsOfBrowser(): Promise<Words> {
  const error = await getTranslations('common.error')
  const file = await getTranslations('files')
  const name = '{name}'
  return {
    error: { title: error('title'), body: error('body'), reference: error('reference', { reference: '{reference}' }), retry: error('retry'), home: error('home') },
    file: {
      help: file('help'), uploading: file('uploading', { name, percent: '{percent}' }), uploaded: file('uploaded'), remove: file('remove', { name }),
      cancel: file('cancel', { name }), giveUp: file('giveUp'), waitToSend: file('waitToSend'), readyToSend: file('readyToSend'), cutOff: file('refuse.cutOff'),
    },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>
        <WordsProvider words={await wordsOfBrowser()}>{children}</WordsProvider>
      </body>
    </html>
  )
}
