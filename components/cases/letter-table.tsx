import { getTranslations } from 'next-intl/server'
import { Tally } from '@/components/duty-cycles/tally'
import { replySaid } from '@/components/recommendations/reply-said'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { CaseView } from '@/lib/cases/loaders'
import { localDate } from '@/lib/platform/clock'

type Letter = CaseView['letters'][number]

/** 检察建议 with reply and rectification apart: a reply is a word, a rectification is what a check found. */
export async function LetterTable({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const states = await getTranslations('recommendation.states')
  return (
    <Section title={t('letters')}>
      <Table<Letter>
        caption={t('letters')}
        rows={view.letters}
        rowKey={({ id }) => id}
        href={({ id }) => `/recommendations/${id}`}
        empty={<p className="text-muted">{t('noLetters')}</p>}
        columns={[
          { key: 'number', head: t('number'), cell: ({ number, title }) => number ?? title },
          { key: 'stage', head: t('stage'), cell: ({ status }) => <Chip>{states(status as never)}</Chip>, nowrap: true },
          { key: 'replied', head: t('replied'), cell: (letter) => <Replied letter={letter} />, nowrap: true },
          { key: 'rectified', head: t('rectified'), cell: (letter) => <Rectified letter={letter} />, nowrap: true },
          ...(view.tallies.length > 0 ? [{ key: 'duties', head: t('duties'), cell: ({ id }: Letter) => tallyOf(view, id) }] : []),
        ]}
      />
    </Section>
  )
}

async function Replied({ letter }: { letter: Letter }) {
  const t = await getTranslations('cases.record')
  const { receivedOn, lastRepliedOn: repliedOn } = letter
  return repliedOn ? t('repliedOn', { on: localDate(repliedOn) }) : <span className="text-muted">{t(replySaid({ receivedOn, repliedOn }))}</span>
}

async function Rectified({ letter }: { letter: Letter }) {
  const t = await getTranslations('cases.record')
  const { demands, receivedOn, rectifiedOn } = letter
  if (rectifiedOn) return <Chip tone="green">{t('rectifiedOn', { on: localDate(rectifiedOn) })}</Chip>
  if (!receivedOn) return <span className="text-muted">{t('notServed')}</span>
  if (demands.every(({ verdict }) => verdict === 'unchecked')) return <span className="text-muted">{t('notChecked')}</span>
  return t('demandsMet', { met: demands.filter(({ verdict }) => verdict === 'met').length, count: demands.length })
}

function tallyOf({ tallies }: CaseView, letterId: string) {
  const tally = tallies.find(({ recommendationId }) => recommendationId === letterId)
  return tally ? <Tally tally={tally} /> : '—'
}
