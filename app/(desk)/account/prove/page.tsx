import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProofPage } from '@/components/identity/proof-page'
import { loadProof } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('proof.title') }
}

export default async function ProvePage({ searchParams }: PageProps<'/account/prove'>) {
  return <ProofPage view={await loadProof(await searchParams)} />
}
