import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import { changeOwnPassword } from '@/lib/identity/actions'
import { SecretForm } from './secret-form'

export async function PasswordPage({ mustChange }: { mustChange: boolean }) {
  const t = await getTranslations('identity.password')
  const common = await getTranslations('common')
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      {mustChange && <Notice icon="lock">{t('mustChange')}</Notice>}
      <SecretForm
        action={changeOwnPassword}
        words={{ button: t('button'), pending: common('form.pending'), errorTitle: t('problems'), consequence: t('consequence') }}
        fields={[
          { name: 'current', label: t('current'), type: 'password', autoComplete: 'current-password' },
          { name: 'fresh', label: t('fresh'), help: t('freshHelp'), type: 'password', autoComplete: 'new-password' },
          { name: 'again', label: t('repeat'), type: 'password', autoComplete: 'new-password' },
        ]}
      />
    </Page>
  )
}
