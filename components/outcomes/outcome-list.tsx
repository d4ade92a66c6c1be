import { getTranslations } from 'next-intl/server'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page, Section } from '@/components/ui/section'
import type { OutcomesView } from '@/lib/outcomes/loaders'
import { OutcomeSums } from './outcome-sums'
import { OutcomeTable } from './outcome-table'

const path = '/outcomes'
const shows = ['counted', 'waiting'] as const

/** 办案成效: the sums, and beneath them the rows. */
export async function OutcomeList({ view }: { view: OutcomesView }) {
  const t = await getTranslations('outcomes')
  const kinds = await getTranslations('outcomeKinds')
  const domains = await getTranslations('domains')
  const { filter: { show, page, ...filter }, rows, sums, hasNext } = view
  const query = { ...filter, show: show === 'all' ? undefined : show }
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} marks={view.agency && <Chip>{view.agency}</Chip>} />
      <FilterBar
        path={path}
        query={query}
        keep={['agency']}
        labels={await filterLabels()}
        fields={[
          { kind: 'select', name: 'kind', label: t('kind'), empty: t('any'), options: view.kinds.map(({ key }) => ({ value: key, label: kinds(`${key as 'moneyRecovered'}.name`) })) },
          { kind: 'select', name: 'domain', label: t('domain'), empty: t('any'), options: view.domains.map((value) => ({ value, label: domains(value as never) })) },
          { kind: 'select', name: 'show', label: t('show'), empty: t('any'), options: shows.map((value) => ({ value, label: t(`shows.${value}`) })) },
          { kind: 'date', name: 'from', label: t('from') },
          { kind: 'date', name: 'to', label: t('to') },
        ]}
      />
      <Section title={t('sums')}><OutcomeSums sums={sums} query={query} /></Section>
      <OutcomeTable caption={t('caption')} rows={rows} empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />} />
      <Pager path={path} query={query} page={page} hasNext={hasNext} labels={await pageLabels(page)} />
    </Page>
  )
}
