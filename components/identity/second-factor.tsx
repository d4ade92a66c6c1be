import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page, Panel } from '@/components/ui/section'
import { beginOwnFactor, confirmOwnFactor } from '@/lib/identity/actions'
import type { loadSecondFactor } from '@/lib/identity/loaders'
import { SecretForm } from './secret-form'

type View = Awaited<ReturnType<typeof loadSecondFactor>>

/** The own authenticator: begun, then in force with the first right code. */
export async function SecondFactor({ view }: { view: View }) {
  const t = await getTranslations('identity.factor')
  const format = await getFormatter()
  const { confirmedAt, demanded, secret } = view
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      {demanded && <Notice icon="lock">{t('demanded')}</Notice>}
      {confirmedAt && <Notice tone="neutral" icon="shield">{t('inForce', { date: format.dateTime(confirmedAt, { dateStyle: 'medium' }) })}</Notice>}
      {secret && <SetUp view={view} />}
      <Begin has={confirmedAt !== null} again={secret !== null} />
      <p className="max-w-prose text-sm text-muted">{t('lost')}</p>
    </Page>
  )
}

async function SetUp({ view: { secret, picture } }: { view: View }) {
  const t = await getTranslations('identity.factor')
  const common = await getTranslations('common')
  if (!secret || !picture) return null
  return (
    <Panel strong title={t('setUp')}>
      <div className="flex flex-col gap-4">
        <p>{t('scan')}</p>
        <svg viewBox={`0 0 ${picture.size} ${picture.size}`} role="img" aria-label={t('picture')} shapeRendering="crispEdges" className="size-52 max-w-full">
          <rect width={picture.size} height={picture.size} fill="#ffffff" />
          <path d={picture.path} fill="#000000" />
        </svg>
        <p>
          {t('byHand')} <code className="break-all select-all">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <SecretForm
          action={confirmOwnFactor}
          words={{ button: t('confirm'), pending: common('form.pending'), errorTitle: t('problems'), consequence: t('consequence') }}
          fields={[{ name: 'code', label: t('code'), help: t('codeHelp'), autoComplete: 'one-time-code', digits: 6 }]}
        />
      </div>
    </Panel>
  )
}

async function Begin({ has, again }: { has: boolean; again: boolean }) {
  const t = await getTranslations('identity.factor')
  const common = await getTranslations('common')
  return (
    <Panel title={t(has ? 'replace' : again ? 'beginAgain' : 'begin')}>
      <div className="flex flex-col gap-3">
        <p className="max-w-prose">{t(has ? 'replaceBody' : again ? 'beginAgainBody' : 'beginBody')}</p>
        <SecretForm
          action={beginOwnFactor}
          words={{ button: t(has ? 'replaceButton' : again ? 'beginAgainButton' : 'beginButton'), pending: common('form.pending'), errorTitle: t('problems') }}
          fields={has ? [{ name: 'code', label: t('presentCode'), autoComplete: 'one-time-code', digits: 6 }] : []}
        />
      </div>
    </Panel>
  )
}
