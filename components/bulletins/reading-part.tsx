import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { StepPanel } from '@/components/procedure/step-panel'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { ReadingPageView } from '@/lib/bulletins/loaders'
import { kindOf } from '@/lib/bulletins/rules/kinds'
import { localDate, localMinute } from '@/lib/platform/clock'

type Reading = ReadingPageView['reading']

/** What this person may do with one body's reading, and what was said there. */
export async function ReadingSteps({ reading: { row, steps, awaited, owners }, actorName }: { reading: Reading; actorName: string }) {
  const kinds = await getTranslations('bulletinKinds')
  const kind = kindOf(row.kind)
  const outcomes = kind.outcomes.map((value) => ({ value, label: kinds(`${kind.key}.outcomes.${value}` as never) }))
  const said = { kind: kind.comment, authorName: actorName }
  return (
    <StepPanel
      procedure="bulletinReading"
      steps={steps}
      subject={row}
      awaited={awaited}
      options={{ owners, outcomes, comments: row.comments.map(({ id, authorName, text }) => ({ value: id, label: `${authorName}：${text}`.slice(0, 80) })) }}
      defaults={{ comment: said, commentOnBehalf: { kind: kind.comment }, assign: row.comments.length === 1 ? { commentId: row.comments[0]!.id } : {} }}
    />
  )
}

export async function ReadingSaid({ reading: { row }, people }: { reading: Reading; people: Readonly<Record<string, string>> }) {
  const t = await getTranslations('bulletins')
  const duties = await getTranslations('duties.bulletinReading')
  const kinds = await getTranslations('bulletinKinds')
  const values = await getTranslations('bulletinReading.values.kind')
  const looked = row.looks.map(({ userId, seenAt, leads }) => ({ term: leads ? t('leaderRead') : t('personRead'), value: `${people[userId] ?? ''} ${localMinute(seenAt)}` }))
  const paper = row.paperReader && row.readOn ? [{ term: t('personRead'), value: t('onPaper', { name: row.paperReader, day: localDate(row.readOn) }) }] : []
  const answered = row.outcome && row.answeredOn ? [
    { term: t('outcome'), value: kinds(`${row.kind}.outcomes.${row.outcome}` as never) }, { term: t('answer'), value: row.answer }, { term: t('answeredOn'), value: `${localDate(row.answeredOn)} ${row.answerSigner ?? ''}`.trim() },
  ] : []
  return (
    <>
      <Section title={t('reading')}>
        <div className="flex flex-wrap gap-2">{row.clocks.map((clock) => <ClockBadge key={clock.id} clock={clock} label={duties(clock.duty.split('.')[1] as 'read')} />)}</div>
        <DescriptionList facts={[...looked, ...paper, ...answered]} empty={t('notRead')} />
      </Section>
      <Section title={t('comments')} count={row.comments.length}>
        <Table
          caption={t('comments')}
          rows={row.comments}
          rowKey={({ id }) => id}
          empty={<p className="text-muted">{t('noComments')}</p>}
          columns={[
            { key: 'kind', head: t('kind'), cell: ({ kind }) => values(kind as 'opinion'), nowrap: true },
            { key: 'text', head: t('text'), cell: ({ text }) => text },
            { key: 'who', head: t('saidBy'), cell: ({ authorName, onPaper }) => <>{authorName} {onPaper && <span className="text-sm text-muted">{t('entered')}</span>}</>, nowrap: true },
            { key: 'when', head: t('saidOn'), cell: ({ saidOn }) => localDate(saidOn), nowrap: true },
          ]}
        />
      </Section>
    </>
  )
}
