import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { listComma } from '@/components/ui/list-comma'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page, Panel } from '@/components/ui/section'
import type { Actor } from '@/lib/platform/scope'

export async function AccountPage({ actor, hasFactor, done }: { actor: Actor; hasFactor: boolean; done: 'password' | 'factor' | null }) {
  const t = await getTranslations('identity')
  const common = await getTranslations('common')
  const comma = await listComma()
  return (
    <Page>
      <PageHead title={t('account.title')} purpose={t('account.purpose')} actions={<Ways />} />
      {done && <Notice live>{t(done === 'password' ? 'password.changed' : 'factor.done')}</Notice>}
      <Panel>
        <DescriptionList
          empty={common('form.noValue')}
          facts={[
            { term: t('facts.name'), value: actor.name },
            { term: t('facts.login'), value: actor.login },
            { term: t('facts.post'), value: actor.post },
            { term: t('facts.unit'), value: actor.unitName },
            { term: t('facts.region'), value: actor.regionName },
            { term: t('facts.roles'), value: actor.roles.map((role) => t(`roles.${role}`)).join(comma) },
            { term: t('factor.title'), value: t(hasFactor ? 'factor.on' : 'factor.off') },
          ]}
        />
      </Panel>
    </Page>
  )
}

async function Ways() {
  const t = await getTranslations('identity')
  return (
    <>
      <LinkButton href="/account/password" icon="lock">{t('password.title')}</LinkButton>
      <LinkButton href="/account/second-factor" icon="shield">{t('factor.title')}</LinkButton>
      <LinkButton href="/account/sign-ins" icon="people">{t('signIns.title')}</LinkButton>
    </>
  )
}
