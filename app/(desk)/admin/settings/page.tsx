import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingList } from '@/components/settings/setting-list'
import { loadSettings } from '@/lib/settings/loaders/settings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('local.title') }
}

export default async function SettingsPage() {
  return <SettingList data={await loadSettings()} />
}
