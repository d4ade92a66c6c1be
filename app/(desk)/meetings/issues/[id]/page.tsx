import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { IssuePage } from '@/components/meetings/issue-page'
import { loadIssue } from '@/lib/meetings/loaders/issue'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.issue'))('record') }
}

export default async function IssuePageRoute({ params }: PageProps<'/meetings/issues/[id]'>) {
  return <IssuePage view={await loadIssue((await params).id)} />
}
