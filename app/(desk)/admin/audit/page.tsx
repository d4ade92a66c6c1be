import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditLines } from '@/components/identity/audit-lines'
import { loadAudit } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('audit.title') }
}

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  return <AuditLines view={await loadAudit(await searchParams)} />
}
