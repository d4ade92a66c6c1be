import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RuleSheet } from '@/components/settings/rule-sheet'
import { loadRuleSheet } from '@/lib/settings/loaders/rule-sheet'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deadlines'))('sheet.title') }
}

export default async function RulesPage({ searchParams }: PageProps<'/rules'>) {
  return <RuleSheet sheet={await loadRuleSheet(await searchParams)} />
}
