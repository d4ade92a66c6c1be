import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Form, FormActions } from '@/components/ui/form'
import { TextField } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/section'
import type { loadSignIn } from '@/lib/identity/loaders'
import { DemoAccounts } from './demo-accounts'

/** A plain post, so that signing in needs no script. */
export async function SignIn({ view }: { view: Awaited<ReturnType<typeof loadSignIn>> }) {
  const t = await getTranslations('identity.signIn')
  return (
    <Page>
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      {view.failed && <ErrorSummary title={t('failed.title')} errors={[{ text: t(`failed.${view.failed}`) }]} />}
      {view.ended && !view.failed && <Notice>{t('ended')}</Notice>}
      {view.next !== '/' && !view.ended && <Notice>{t('back')}</Notice>}
      <Form method="post" action="/api/auth/callback/credentials" hidden={{ csrfToken: view.token, callbackUrl: view.next }}>
        <TextField name="login" label={t('login')} autoComplete="username" autoCapitalize="none" spellCheck={false} required />
        <TextField name="password" type="password" label={t('password')} autoComplete="current-password" required />
        <FormActions>
          <Button type="submit" variant="primary">
            {t('button')}
          </Button>
        </FormActions>
      </Form>
      {view.provider !== null && (
        <Form method="post" action="/api/auth/signin/oidc" hidden={{ csrfToken: view.token, callbackUrl: view.next }}>
          <FormActions>
            <Button type="submit" icon="people">{t('by', { name: view.provider })}</Button>
          </FormActions>
        </Form>
      )}
      <p className="text-sm text-muted">{t('help')}</p>
      {view.demo !== null && <DemoAccounts password={view.demo} />}
    </Page>
  )
}
