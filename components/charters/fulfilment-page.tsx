import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { FulfilmentView } from '@/lib/charters/loaders'

/** One time a promise is owed: by whom, why, until when, and what kept it. */
export async function FulfilmentPage({ view: { row, steps, terms, timeLine, units, aboutHref, keptHref } }: { view: FulfilmentView }) {
  const t = await getTranslations('charters')
  const common = await getTranslations('common')
  const all = await getTranslations()
  const link = (href: string | undefined, title: string) => (href ? <Link className="text-link" href={href}>{title}</Link> : title)
  const { provision } = row.obligation
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[
        { label: t('title'), href: '/charters' }, { label: row.charter.title, href: `/charters/${row.charter.id}` },
        { label: row.obligation.title, href: `/charters/obligations/${row.obligation.id}` }, { label: t('fulfilment') },
      ]} />
      <PageHead number={provision.article} title={row.title} marks={<><Chip>{all(`fulfilment.states.${row.status as 'owed'}`)}</Chip>{row.clock && <ClockBadge clock={row.clock} />}</>} />
      <Columns
        main={
          <>
            <StepPanel procedure="fulfilment" steps={steps} subject={row} />
            {row.status === 'owed' && terms.keptBy && <Notice>{t('keptByStep', { step: all(`${terms.keptBy}.name` as never) })}</Notice>}
            <Section title={t('facts.title')}>
              <DescriptionList empty="—" facts={[
                { term: t('facts.article'), value: provision.text },
                { term: t('facts.owedBy'), value: units[row.owedByUnitId] },
                row.aboutId ? { term: t('facts.about'), value: link(aboutHref, row.aboutTitle) } : { term: t('facts.period'), value: [row.fromOn, row.toOn].map((day) => day && localDate(day)).filter(Boolean).join(' — ') },
                ...(row.keptOn ? [{ term: t('facts.keptOn'), value: localDate(row.keptOn) }] : []),
                ...(row.keptTitle ? [{ term: t('facts.keptBy'), value: link(keptHref, row.keptTitle) }] : []),
                ...(row.note ? [{ term: t('facts.note'), value: row.note }] : []),
                ...(row.files.length > 0 ? [{ term: t('facts.files'), value: row.files.map(({ id, name }) => <a key={id} className="text-link block" href={`/api/files/${id}`}>{name}</a>) }] : []),
              ]} />
            </Section>
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={timeLine} unitNames={units} /></Section>}
      />
    </Page>
  )
}
