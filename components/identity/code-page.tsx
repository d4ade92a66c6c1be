import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button-class'
import { Page } from '@/components/ui/section'
import { showCode } from '@/lib/identity/actions'
import { SecretForm } from './secret-form'

/** The second part of signing in, on a page of its own: nothing of the desk is drawn before it. */
export async function CodePage({ view }: { view: { next: string; token: string } }) {
  const t = await getTranslations('identity.code')
  const common = await getTranslations('common')
  const shell = await getTranslations('shell')
  return (
    <Page>
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      <p>{t('body')}</p>
      <SecretForm
        action={showCode.bind(null, view.next)}
        words={{ button: t('button'), pending: common('form.pending'), errorTitle: t('problems') }}
        fields={[{ name: 'code', label: t('code'), help: t('codeHelp'), autoComplete: 'one-time-code', digits: 6 }]}
      />
      <p className="text-sm text-muted">{t('lost')}</p>
      <form action="/api/auth/signout" method="post">
        <input type="hidden" name="csrfToken" value={view.token} />
        <input type="hidden" name="callbackUrl" value="/sign-in" />
        <button type="submit" className={buttonClass('plain')}>{shell('signOut')}</button>
      </form>
    </Page>
  )
}
