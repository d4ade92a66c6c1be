import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { CitedPowers } from '@/components/powers/cited-powers'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { LetterView } from '@/lib/recommendations/loaders'

const day = (column: Date | null) => column && <span className="tabular-nums">{localDate(column)}</span>

/** What the letter says, and, inside the office, who prepared and decided it. */
export async function LetterFacts({ view }: { view: LetterView }) {
  const t = await getTranslations('recommendations.record')
  const field = await getTranslations('recommendation.fields')
  const domains = await getTranslations('domains')
  const { letter, units, people } = view
  const objection = await getTranslations('recommendations.objection')
  const periodWords = ({ before, after }: (typeof letter.revisions)[number]) =>
    (after.rectificationMonths === undefined ? [] : [objection('monthsWas', { before: before.rectificationMonths ?? 0, after: after.rectificationMonths })])
  const texts: Fact[] = [
    { term: field('sourceText.label'), value: letter.sourceText }, { term: field('harmFacts.label'), value: letter.harmFacts },
    ...(view.powers.length > 0 ? [{ term: field('powerItemIds.label'), value: <CitedPowers entries={view.powers} /> }] : []),
    ...(letter.powerReason ? [{ term: field('powerReason.label'), value: letter.powerReason }] : []),
    { term: field('duty.label'), value: letter.duty }, { term: field('dutyFindings.label'), value: letter.dutyFindings },
    { term: field('evidence.label'), value: letter.evidence.join('\n') }, { term: field('reasons.label'), value: letter.reasons },
    { term: field('legalBasis.label'), value: letter.legalBasis },
    ...(letter.urgent ? [{ term: field('urgentReason.label'), value: letter.urgentReason }] : []),
    ...(letter.rectificationReason ? [{ term: field('rectificationReason.label'), value: letter.rectificationReason }] : []),
    { term: field('contact.label'), value: `${letter.contact} ${letter.contactPhone}`.trim() },
    ...(letter.agencyHandler ? [{ term: t('agencyHandler'), value: `${letter.agencyHandler.handlerName} ${letter.agencyHandler.handlerPhone ?? ''}`.trim() }] : []),
    ...(letter.copies.length > 0 ? [{ term: field('copies.label'), value: letter.copies.join('\n') }] : []),
  ]
  const inner: Fact[] = letter.inner ? [
    { term: t('author'), value: people[letter.authorId] },
    ...(letter.reviewOpinion ? [{ term: t('reviewOpinion'), value: letter.reviewOpinion, note: letter.reviewerId ? people[letter.reviewerId] : undefined }] : []),
    ...(letter.decisionOpinion ? [{ term: t('decisionOpinion'), value: letter.decisionOpinion, note: letter.deciderId ? people[letter.deciderId] : undefined }] : []),
    ...(letter.similarityReason ? [{ term: field('similarityReason.label'), value: letter.similarityReason }] : []),
    { term: t('filedOn'), value: letter.filedOn ? day(letter.filedOn) : t('notFiled') },
  ] : []
  return (
    <Section id="facts" title={t('facts')}>
      <DescriptionList
        empty={t('empty')}
        columns={2}
        facts={[
          { term: t('procuratorate'), value: units[letter.procuratorateId] }, { term: t('agency'), value: units[letter.agencyId] },
          { term: t('domain'), value: domains(letter.domain as never) },
          ...(letter.caseFile ? [{ term: t('case'), value: <Link className="text-link" href={`/cases/${letter.caseFile.id}`}>{letter.caseFile.number}</Link> }] : []),
          { term: t('decidedOn'), value: day(letter.decidedOn) },
          { term: t('rectificationEndOn'), value: day(letter.rectificationEndOn), note: [...letter.revisions.flatMap(periodWords), letter.inner ? t('reviewNote') : ''].filter(Boolean).join(' ') || undefined },
        ]}
      />
      <DescriptionList empty={t('empty')} facts={[...texts, ...inner]} />
    </Section>
  )
}
