import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { BulletinPageView } from '@/lib/bulletins/loaders'
import { localDate, localMinute } from '@/lib/platform/clock'

/** 阅签情况: every body named, who of it read it and when, and who has not. */
export async function ReadBoard({ view: { bulletin, units, people } }: { view: BulletinPageView }) {
  const t = await getTranslations('bulletins')
  const states = await getTranslations('bulletinReading.states')
  const kinds = await getTranslations('bulletinKinds')
  // Who has not read it stands first.
  const rows = [...bulletin.readings].sort((a, b) => Number(a.status !== 'unread') - Number(b.status !== 'unread'))
  const unread = rows.filter(({ status }) => status === 'unread').length
  return (
    <Section title={t('board')} count={rows.length} note={unread === 0 ? t('allRead') : t('unreadOf', { unread })}>
      <Table
        caption={t('board')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/bulletins/readings/${id}`}
        columns={[
          { key: 'unit', head: t('reader'), cell: ({ readerId }) => units[readerId] ?? t('none') },
          { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{states(status as 'read')}</Chip>, nowrap: true },
          {
            key: 'who', head: t('readAt'),
            cell: ({ looks, paperReader, readOn }) => looks.length > 0
              ? <ul>{looks.map(({ id, userId, seenAt, leads }) => <li key={id}>{people[userId]} {leads && <span className="text-sm text-muted">{t('leader')}</span>} {localMinute(seenAt)}</li>)}</ul>
              : paperReader && readOn ? t('onPaper', { name: paperReader, day: localDate(readOn) }) : t('none'),
          },
          { key: 'said', head: t('comments'), cell: ({ comments }) => (comments.length > 0 ? t('commentCount', { count: comments.length }) : t('none')), nowrap: true },
          {
            key: 'answer', head: t('answer'),
            cell: ({ outcome, answer }) => (outcome ? <>{kinds(`${bulletin.kind}.outcomes.${outcome}` as never)} <span className="text-sm text-muted">{answer}</span></> : t('none')),
          },
        ]}
      />
    </Section>
  )
}
