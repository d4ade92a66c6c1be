import { getTranslations } from 'next-intl/server'
import { FileTable } from '@/components/files/file-table'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import type { ReadingPageView } from '@/lib/bulletins/loaders'
import { BulletinText } from './bulletin-text'
import { ReadingSaid, ReadingSteps } from './reading-part'

/** One body's reading of a bulletin. */
export async function ReadingPage({ view }: { view: ReadingPageView }) {
  const t = await getTranslations('bulletins')
  const common = await getTranslations('common')
  const states = await getTranslations('bulletinReading.states')
  const { reading, bulletin, units } = view
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/bulletins' }, { label: bulletin.number ?? t('record'), href: `/bulletins/${bulletin.id}` }, { label: units[reading.row.readerId] ?? t('reading') }]} />
      <PageHead
        number={[bulletin.number, units[reading.row.readerId]].filter(Boolean).join(' ')}
        title={bulletin.title}
        purpose={t('readingPurpose')}
        marks={<Chip>{states(reading.row.status as 'read')}</Chip>}
        actions={<LinkButton href={`/bulletins/${bulletin.id}`}>{t('whole')}</LinkButton>}
      />
      <Columns
        main={
          <>
            <ReadingSteps reading={reading} actorName={view.actorName} />
            <ReadingSaid reading={reading} people={view.people} />
            <BulletinText bulletin={bulletin} />
            {view.files.length > 0 && <FileTable title={t('files')} files={view.files} empty={t('none')} />}
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={units} /></Section>}
      />
    </Page>
  )
}
