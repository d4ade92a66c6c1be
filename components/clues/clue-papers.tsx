import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { Icon } from '@/components/ui/icon'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { ClueView } from '@/lib/clues/loaders'

/** Papers this person may see, and what came along with the clue. */
export async function CluePapers({ view: { papers, files } }: { view: ClueView }) {
  const t = await getTranslations('clues')
  const zones = await getTranslations('papers.zone')
  return (
    <>
      <Section title={t('section.papers')} count={papers.length}>
        <Table
          caption={t('section.papers')}
          rows={papers}
          rowKey={({ id }) => id}
          href={({ id }) => `/papers/${id}`}
          empty={<p className="text-muted">{t('noPapers')}</p>}
          columns={[
            { key: 'title', head: t('column.paper'), cell: ({ title }) => title },
            { key: 'number', head: t('column.paperNumber'), cell: ({ number }) => number ?? '—', nowrap: true },
            { key: 'zone', head: t('column.zone'), cell: ({ zone }) => zones(zone as never), nowrap: true },
            { key: 'on', head: t('column.issuedOn'), cell: ({ issuedOn }) => issuedOn, nowrap: true },
          ]}
        />
      </Section>
      <Section title={t('section.files')} count={files.length}>
        {files.length === 0 && <p className="text-muted">{t('noFiles')}</p>}
        <ul className="flex flex-col gap-1">
          {files.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-2">
              <Icon name="paper" />
              <a className="text-link" href={`/api/files/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

export async function ClueLimits({ view: { clocks } }: { view: ClueView }) {
  const t = await getTranslations('clues')
  const duties = await getTranslations('duties')
  return (
    <Section title={t('tab.clocks')} count={clocks.length}>
      {clocks.length === 0 && <p className="text-muted">{t('noClocks')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {clocks.map((clock) => (
          <li key={clock.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
            <span className="min-w-32 font-medium">{duties(clock.duty as never)}</span>
            <ClockBadge clock={clock} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
