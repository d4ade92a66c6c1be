import { getTranslations } from 'next-intl/server'
import { CitedPowers } from '@/components/powers/cited-powers'
import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { listComma } from '@/components/ui/list-comma'
import { Section } from '@/components/ui/section'
import type { ClueView } from '@/lib/clues/loaders'
import { findDomain } from '@/lib/clues/rules/dictionaries'
import { localDate } from '@/lib/platform/clock'

type Round = ClueView['evaluations'][number]

/** Every round with its three opinions; nobody outside the office sees a word of it. */
export async function Evaluations({ view }: { view: ClueView }) {
  const t = await getTranslations('clues')
  const note = findDomain(view.clue.domain)?.note
  const [last, ...before] = view.evaluations
  return (
    <Section title={t('section.evaluation')} note={note ? t('evaluation.domainNote', { note }) : undefined}>
      {last ? <EvaluationRound view={view} round={last} /> : <p className="text-muted">{t('evaluation.none')}</p>}
      {before.map((round) => (
        <Disclosure key={round.id} summary={t('evaluation.round', { round: round.round })}>
          <EvaluationRound view={view} round={round} />
        </Disclosure>
      ))}
    </Section>
  )
}

async function EvaluationRound({ view: { units, people, clue, evaluations, cited }, round }: { view: ClueView; round: Round }) {
  const t = await getTranslations('clues.evaluation')
  const page = await getTranslations('clues')
  const signs = await getTranslations('harm')
  const outcomes = await getTranslations('clue.values.outcome')
  const comma = await listComma()
  const signed = (text: string | null, id: string | null, on: Date | null) =>
    text && `${text}\n${page('by', { name: (id && people[id]) ?? '', on: on ? localDate(on) : '' })}`
  const latest = evaluations[0] === round
  const powers = cited.filter(({ id }) => round.powerItemIds.includes(id))
  return (
    <DescriptionList
      empty={page('noValue')}
      facts={[
        { term: t('authenticity'), value: round.authenticity },
        { term: t('verifiability'), value: round.verifiability },
        { term: t('necessity'), value: round.necessity },
        { term: t('competence'), value: round.competence, note: t(round.inDomain ? 'inDomain' : 'outsideDomain') },
        ...(round.harmSigns.length > 0 ? [{ term: t('harmSigns'), value: round.harmSigns.map((key) => signs(`signs.${key}` as never)).join(comma) }] : []),
        { term: t('preliminary'), value: round.preliminary },
        { term: t('outcome'), value: outcomes(round.outcome as never), note: round.agencyIds.map((id) => units[id]).join('、') || undefined },
        ...(latest && clue.transferredTo ? [{ term: t('target'), value: clue.transferredTo }] : []),
        ...(powers.length > 0 ? [{ term: t('powers'), value: <CitedPowers entries={powers} /> }] : []),
        { term: t('duty'), value: round.duty },
        { term: t('legalBasis'), value: round.legalBasis.join('\n') },
        { term: t('opinion'), value: signed(round.opinion, round.evaluatedById, round.evaluatedOn) },
        { term: t('review'), value: signed(round.reviewOpinion, round.reviewedById, round.reviewedOn) },
        { term: t('decision'), value: signed(round.decisionOpinion, round.decidedById, round.decidedOn) },
      ]}
    />
  )
}
