import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { CodePage } from '@/components/identity/code-page'
import { loadCode } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('code.title') }
}

export default async function SignInCodePage({ searchParams }: PageProps<'/sign-in/code'>) {
  const view = await loadCode(await searchParams)
  if (!view.due) redirect(view.next)
  return <CodePage view={view} />
}
