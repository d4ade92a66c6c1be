import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { LetterPageView } from '@/lib/letters/loaders'
import { localDate } from '@/lib/platform/clock'
import { readDetails } from '@/lib/platform/details'

type Part = { readonly view: LetterPageView }

const given = <Value,>(term: string, value: Value | null | undefined, shown: (value: Value) => ReactNode = (each) => each as ReactNode): Fact[] =>
  value === null || value === undefined || value === '' ? [] : [{ term, value: shown(value) }]
const caseLink = ({ id, number, title }: { id: string; number: string | null; title: string }) => <Link className="text-link" href={`/cases/${id}`}>{`${number ?? ''} ${title}`.trim()}</Link>

async function detailFacts({ view: { kind } }: Part, part: 'fields' | 'answerFields', kept: unknown): Promise<Fact[]> {
  const words = await getTranslations('letterKinds')
  const details = readDetails(kept)
  return kind[part].flatMap(({ key }) => given(words(`${kind.key}.${part}.${key}.label` as never), details[key]))
}

/** What is asked, with each point beside its answer. */
export async function LetterAsked({ view }: Part) {
  const t = await getTranslations('letters')
  const { letter } = view
  const facts = [
    { term: t('facts.sender'), value: <>{letter.senderName} {letter.onPaper && <Chip>{t('facts.onPaper')}</Chip>}</> }, { term: t('facts.receiver'), value: letter.receiverName },
    ...given(t('facts.issuedOn'), letter.issuedOn, localDate), ...given(t('facts.receivedOn'), letter.receivedOn, localDate), ...given(t('facts.receivedBy'), letter.receivedBy),
    ...given(t('facts.registry'), letter.registryNumber), ...(await detailFacts({ view }, 'fields', letter.details)), { term: t('facts.content'), value: letter.content },
    ...given(t('facts.answerDays'), letter.answerDays, (days) => t('facts.workingDays', { days })), ...given(t('facts.case'), letter.case, caseLink),
    ...given(t('facts.returnedOn'), letter.returnedOn, localDate), ...given(t('facts.returned'), letter.returnReason), ...given(t('facts.proposed'), letter.proposedName),
  ]
  return (
    <>
      <Section title={t('asked')}><DescriptionList facts={facts} empty={t('none')} /></Section>
      {letter.points.length > 0 && (
        <Section title={t('points')} count={letter.points.length}>
          <Table
            caption={t('points')}
            rows={letter.points.map((point, index) => ({ point, index, answer: letter.pointAnswers[index] }))}
            rowKey={({ index }) => String(index)}
            columns={[
              { key: 'point', head: t('point'), cell: ({ point, index }) => `${index + 1}. ${point}` },
              { key: 'answer', head: t('pointAnswer'), cell: ({ answer }) => answer || <span className="text-muted">{t('noAnswer')}</span> },
            ]}
          />
        </Section>
      )}
    </>
  )
}

export async function LetterAnswer({ view }: Part) {
  const t = await getTranslations('letters')
  const words = await getTranslations('letterKinds')
  const values = await getTranslations('letter.values')
  const { letter } = view
  const answer = letter.outcome === null ? [] : [
    { term: t('facts.outcome'), value: words(`${letter.kind}.outcomes.${letter.outcome}` as never) }, ...given(t('facts.answer'), letter.answer), ...(await detailFacts({ view }, 'answerFields', letter.answerDetails)),
    ...given(t('facts.answeredOn'), letter.answeredOn, localDate), ...given(t('facts.answerNumber'), letter.answerNumber), ...given(t('facts.signer'), letter.answerSigner),
  ]
  const again = given(t('facts.question'), letter.question)
  const finding = letter.findingOn === null ? [] : [
    { term: t('facts.findingOn'), value: localDate(letter.findingOn) }, ...given(t('facts.finding'), letter.finding), ...given(t('facts.findingResult'), letter.findingResult, (each) => values(`findingResult.${each}` as never)),
  ]
  const closing = [
    ...given(t('facts.used'), letter.used, (each) => values(`used.${each}` as never)), ...given(t('facts.usedCase'), letter.usedCase, caseLink), ...given(t('facts.note'), letter.closingNote), ...given(t('facts.closedOn'), letter.closedOn, localDate),
  ]
  return (
    <>
      {[...answer, ...again].length > 0 && <Section title={t('answerTitle')}><DescriptionList facts={[...answer, ...again]} empty={t('none')} /></Section>}
      {finding.length > 0 && <Section title={t('findingTitle')}><DescriptionList facts={finding} empty={t('none')} /></Section>}
      {closing.length > 0 && <Section title={t('closing')}><DescriptionList facts={closing} empty={t('none')} /></Section>}
    </>
  )
}

/** What a body notes for itself; the other one is never shown it. */
export async function LetterOwn({ view }: Part) {
  const t = await getTranslations('letters')
  const { letter } = view
  const draft = letter.answerDraft
  const facts = [
    ...given(t('facts.author'), letter.authorName), ...given(t('facts.opinion'), letter.innerOpinion), ...given(t('facts.approver'), letter.approver),
    ...given(t('facts.handler'), letter.handlerName), ...given(t('facts.handlerNote'), letter.handlerNote), ...(draft && !['answered', 'closed'].includes(letter.status) ? given(t('answerDraft'), draft.answer) : []),
  ]
  return facts.length === 0 ? null : <Section title={t('ours')} note={t('oursNote')}><DescriptionList facts={facts} empty={t('none')} /></Section>
}
