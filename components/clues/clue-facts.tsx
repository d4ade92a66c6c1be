import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import type { ClueView } from '@/lib/clues/loaders'
import { penaltySchema } from '@/lib/clues/schema'
import { localDate } from '@/lib/platform/clock'

const day = (column: Date | null) => (column ? localDate(column) : undefined)

/** What was told of the harm, by whom and when. */
export async function ClueFacts({ view }: { view: ClueView }) {
  const t = await getTranslations('clues')
  return (
    <>
      {view.clue.returnReason && view.clue.status === 'returned' && (
        <Section title={t('section.return')}>
          <DescriptionList
            empty={t('noValue')}
            facts={[
              { term: t('fact.returnReason'), value: view.clue.returnReason },
              { term: t('fact.returnProposal'), value: view.clue.returnProposal },
            ]}
          />
        </Section>
      )}
      <Section title={t('section.facts')}>
        <DescriptionList empty={t('noValue')} facts={[...(await story(view)), ...(await origin(view))]} />
      </Section>
    </>
  )
}

async function story({ clue, units }: ClueView): Promise<Fact[]> {
  const t = await getTranslations('clues.fact')
  const words = await getTranslations()
  const optional = (term: string, value: string | null): Fact[] => (value ? [{ term, value }] : [])
  return [
    { term: t('domain'), value: words(`domains.${clue.domain}` as never) },
    { term: t('place'), value: clue.place },
    { term: t('units'), value: clue.unitIds.map((id) => units[id]).filter(Boolean).join('、') },
    { term: t('facts'), value: clue.facts },
    { term: t('harm'), value: clue.harm },
    ...optional(t('measures'), clue.measuresTaken),
    { term: t('penalty'), value: await penaltyWords(clue) },
    ...optional(t('judgment'), clue.relatedJudgment),
    ...optional(t('materials'), clue.materials.join('\n')),
    ...optional(t('lateReason'), clue.lateReason),
  ]
}

async function penaltyWords({ penalty, penaltyKnown }: ClueView['clue']): Promise<string> {
  const t = await getTranslations('clue')
  const told = penaltySchema.safeParse(penalty)
  const answer = t(`values.penaltyKnown.${penaltyKnown}` as never)
  if (!told.success) return answer
  const fields = ['document', 'decidedOn', 'party', 'act', 'result', 'basis'] as const
  return [answer, ...fields.map((field) => `${t(`fields.${field}.label`)}: ${told.data[field]}`)].join('\n')
}

async function origin({ clue, units, people, relapse }: ClueView): Promise<Fact[]> {
  const t = await getTranslations('clues')
  const words = await getTranslations('clue.values')
  const own = clue.senderUnitId === clue.receiverUnitId
  return [
    { term: t('fact.source'), value: words(`source.${clue.source}` as never), note: clue.sourceDetail || undefined },
    { term: t('fact.sender'), value: own ? t('mark.own') : units[clue.senderUnitId] },
    { term: t('fact.receiver'), value: units[clue.receiverUnitId] },
    { term: t('fact.discoveredOn'), value: day(clue.discoveredOn) },
    ...(own ? [] : [{ term: t('fact.referredOn'), value: day(clue.referredOn) }]),
    { term: t('fact.registeredOn'), value: day(clue.registeredOn) },
    { term: t('fact.enteredOn'), value: localDate(clue.createdAt) },
    { term: t('fact.handler'), value: clue.handlerId ? people[clue.handlerId] : undefined },
    { term: t('fact.sensitivity'), value: words(`sensitivity.${clue.sensitivity}` as never) },
    ...(clue.major ? [{ term: t('fact.majorFiling'), value: [day(clue.majorFiledOn), clue.majorFiling].filter(Boolean).join(' ') }] : []),
    ...(relapse ? [{ term: t('fact.relapse'), value: <Link className="text-link" href={`/cases/${relapse.id}`}>{relapse.number} {relapse.title}</Link> }] : []),
  ]
}
