import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { requireActor } from '@/lib/platform/actor'

/** Where a person who had to sign in beside a half-written form ends up. */
export default async function SignedInPage() {
  await requireActor()
  const t = await getTranslations('procedure')
  return <PageHead title={t('signedIn.title')} purpose={t('signedIn.text')} />
}
