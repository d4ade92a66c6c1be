import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { IssueList } from '@/components/meetings/issue-list'
import { loadIssues } from '@/lib/meetings/loaders/issue'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.issue'))('title') }
}

export default async function IssueListRoute({ searchParams }: PageProps<'/meetings/issues'>) {
  return <IssueList view={await loadIssues(await searchParams)} />
}
