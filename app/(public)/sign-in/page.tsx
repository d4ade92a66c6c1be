import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { SignIn } from '@/components/identity/sign-in'
import { loadSignIn } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('signIn.title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const view = await loadSignIn(await searchParams)
  if (view.signedIn && !view.failed) redirect(view.next)
  return <SignIn view={view} />
}
