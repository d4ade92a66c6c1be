import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import { proveOnPage } from '@/lib/identity/actions'
import { SecretForm } from './secret-form'

/** Asked before an export, which has no form of its own to ask in. */
export async function ProofPage({ view: { next, hasFactor } }: { view: { next: string; hasFactor: boolean } }) {
  const t = await getTranslations('identity.proof')
  const procedure = await getTranslations('procedure.prove')
  const common = await getTranslations('common')
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      <SecretForm
        action={proveOnPage.bind(null, next)}
        words={{ button: t('button'), pending: common('form.pending'), errorTitle: t('problems') }}
        fields={hasFactor
          ? [{ name: 'code', label: procedure('code'), autoComplete: 'one-time-code', digits: 6 }]
          : [{ name: 'current', label: procedure('password'), type: 'password', autoComplete: 'current-password' }]}
      />
    </Page>
  )
}
