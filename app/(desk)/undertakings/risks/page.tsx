import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RiskBoard } from '@/components/undertakings/risk-board'
import { loadRisks } from '@/lib/undertakings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('undertakings'))('riskBoard') }
}

export default async function RisksPage() {
  return <RiskBoard view={await loadRisks()} />
}
