import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QuestionPage } from '@/components/charters/question-page'
import { loadQuestion } from '@/lib/charters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('charters'))('question') }
}

export default async function CharterQuestionPage({ params }: PageProps<'/charters/questions/[id]'>) {
  return <QuestionPage view={await loadQuestion((await params).id)} />
}
