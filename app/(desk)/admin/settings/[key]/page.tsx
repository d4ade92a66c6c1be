import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingPage } from '@/components/settings/setting-page'
import { loadSetting } from '@/lib/settings/loaders/settings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('local.title') }
}

export default async function LocalSettingPage({ params }: PageProps<'/admin/settings/[key]'>) {
  return <SettingPage data={await loadSetting((await params).key)} />
}
