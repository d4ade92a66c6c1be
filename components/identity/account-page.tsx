import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page, Panel } from '@/components/ui/section'
import type { Actor } from '@/lib/platform/scope'

export async function AccountPage({ actor, changed }: { actor: Actor; changed: boolean }) {
  const t = await getTranslations('identity')
  const common = await getTranslations('common')
  return (
    <Page>
      <PageHead title={t('account.title')} purpose={t('account.purpose')} actions={<LinkButton href="/account/password" icon="lock">{t('password.title')}</LinkButton>} />
      {changed && <Notice live>{t('password.changed')}</Notice>}
      <Panel>
        <DescriptionList
          empty={common('form.noValue')}
          facts={[
            { term: t('facts.name'), value: actor.name },
            { term: t('facts.login'), value: actor.login },
            { term: t('facts.post'), value: actor.post },
            { term: t('facts.unit'), value: actor.unitName },
            { term: t('facts.region'), value: actor.regionName },
            { term: t('facts.roles'), value: actor.roles.map((role) => t(`roles.${role}`)).join('、') },
          ]}
        />
      </Panel>
    </Page>
  )
}
