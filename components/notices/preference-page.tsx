import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import { deliveries } from '@/lib/engine/notices/ways'
import type { PreferenceView } from '@/lib/notices/loaders'
import { PreferenceForm } from './preference-form'

/** How a person wants to be told, kind by kind; what the law wants told cannot be switched off. */
export async function PreferencePage({ view, saved }: { view: PreferenceView; saved: boolean }) {
  const t = await getTranslations('notices')
  const common = await getTranslations('common')
  const words = await getTranslations()
  const { kinds, open, hours, phone } = view
  const gateway = open.some((channel) => channel !== 'mail')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/notices' }, { label: t('preferences.title') }]} />
      <PageHead title={t('preferences.title')} purpose={t('preferences.purpose')} />
      {saved && <Notice live>{t('preferences.saved')}</Notice>}
      <PreferenceForm
        contact={{ mail: view.mail ?? '', firstChannel: view.firstChannel ?? '', withMail: open.includes('mail') }}
        channels={open.map((value) => ({ value, label: t(`channels.${value}`) }))}
        kinds={kinds.map(({ kind, legal, wish }) => ({
          kind, wish, label: kind === 'reminder' ? t('preferences.reminder') : words(`${kind}.done` as never), help: legal ? t('preferences.legalHelp') : undefined,
          options: deliveries.filter((value) => value !== 'off' || !legal).map((value) => ({ value, label: t(`preferences.wish.${value}`) })),
        }))}
        words={{
          contact: t('preferences.contact'), contactHelp: open.length === 0 ? t('preferences.none') : t('preferences.hours', { from: hours.fromHour, until: hours.untilHour, second: hours.secondAfterHours }),
          mail: t('preferences.mail'), mailHelp: t('preferences.mailHelp'), phone: gateway ? (phone ? t('preferences.phone', { phone }) : t('preferences.noPhone')) : undefined,
          firstChannel: t('preferences.firstChannel'), firstHelp: t('preferences.firstHelp'), any: t('preferences.any'),
          kinds: t('preferences.kinds'), kindsHelp: t('preferences.kindsHelp'), button: t('preferences.button'), pending: t('preferences.pending'), problems: t('preferences.problems'),
        }}
      />
    </Page>
  )
}
