import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/section'
import { setUp } from '@/lib/identity/actions'
import { SecretForm } from './secret-form'

const fields = ['regionCode', 'regionName', 'unitName', 'name', 'login', 'fresh', 'again'] as const
const secret = new Set<string>(['fresh', 'again'])

/** Once in a system's life: the first administrator. */
export async function Setup({ token, open }: { token: string; open: boolean }) {
  const t = await getTranslations('identity.setup')
  const common = await getTranslations('common')
  return (
    <Page>
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      {open ? (
        <>
          <p>{t('body')}</p>
          <SecretForm
            action={setUp.bind(null, token)}
            words={{ button: t('button'), pending: common('form.pending'), errorTitle: t('problems'), consequence: t('consequence') }}
            fields={fields.map((name) => ({
              name, label: t(`fields.${name}.label`), help: t(`fields.${name}.help`),
              ...(secret.has(name) ? { type: 'password' as const, autoComplete: 'new-password' } : { autoComplete: name === 'login' ? 'username' : 'off' }),
            }))}
          />
        </>
      ) : (
        <Notice icon="lock" title={t('closed.title')}>
          {t('closed.body')}
        </Notice>
      )}
    </Page>
  )
}
