import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PreferencePage } from '@/components/notices/preference-page'
import { loadPreferences } from '@/lib/notices/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('preferences.title') }
}

export default async function NoticePreferencesPage({ searchParams }: PageProps<'/notices/preferences'>) {
  return <PreferencePage view={await loadPreferences()} saved={(await searchParams).saved === '1'} />
}
