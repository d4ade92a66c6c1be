import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Panel } from '@/components/ui/section'
import { localMinute } from '@/lib/platform/clock'
import type { DeliveryView } from '@/lib/notices/loaders'

export async function DeliveryPage({ view: { delivery, steps } }: { view: DeliveryView }) {
  const t = await getTranslations('notices')
  const common = await getTranslations('common')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('deliveries.title'), href: '/admin/deliveries' }, { label: t('deliveries.record') }]} />
      <PageHead title={t('deliveries.record')} marks={<Chip>{t(`deliveries.states.${delivery.status as 'sent'}`)}</Chip>} />
      {delivery.status === 'unsure' && <Notice tone="neutral">{t('deliveries.unsureNote')}</Notice>}
      <Columns
        main={
          <Panel>
            <DescriptionList
              empty={common('form.noValue')}
              facts={[
                { term: t('deliveries.channel'), value: t(`channels.${delivery.channel as 'mail'}`) },
                { term: t('deliveries.at'), value: localMinute(delivery.sentAt ?? delivery.createdAt) },
                { term: t('deliveries.attempts'), value: delivery.attempts },
                { term: t('deliveries.error'), value: delivery.error },
              ]}
            />
          </Panel>
        }
        aside={<StepPanel procedure="noticeDelivery" steps={steps} subject={delivery} />}
      />
    </Page>
  )
}
