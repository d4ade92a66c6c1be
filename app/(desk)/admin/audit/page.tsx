import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditLines } from '@/components/identity/audit-lines'
import { loadAudit } from '@/lib/identity/loaders'
import { loadFilters } from '@/lib/filters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('audit.title') }
}

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const [view, saved] = await Promise.all([loadAudit(await searchParams), loadFilters('audit')])
  return <AuditLines view={view} saved={saved} />
}
