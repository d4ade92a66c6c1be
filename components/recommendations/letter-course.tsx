import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { localDate, localDay } from '@/lib/platform/clock'
import type { LetterView } from '@/lib/recommendations/loaders'
import { FileLinks } from './demand-card'
import { ProposedChanges } from './demand-revisions'

function Entries({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Section title={title} count={children.length}>
      <ol className="flex flex-col divide-y divide-line">{children}</ol>
    </Section>
  )
}

const Entry = ({ children }: { children: ReactNode }) => <li className="flex min-w-0 flex-col gap-1 py-3">{children}</li>
const Line = ({ children }: { children: ReactNode }) => <p className="text-sm text-muted tabular-nums">{children}</p>

/** 代录: who signed the paper, when it was entered, and its scan. */
async function FromPaper({ entry }: { entry: { onBehalf: boolean; signerName: string | null; enteredAt: Date | null; scanFileId: string | null } }) {
  const t = await getTranslations('recommendations.record')
  if (!entry.onBehalf || !entry.enteredAt) return null
  return (
    <>
      <Line>{t('onBehalf', { signer: entry.signerName ?? '', date: localDay(entry.enteredAt) })}</Line>
      {entry.scanFileId && <FileLinks ids={[entry.scanFileId]} label={t('scan')} />}
    </>
  )
}

export async function ServiceMade({ view: { letter } }: { view: LetterView }) {
  const t = await getTranslations('recommendations')
  const methods = await getTranslations('recommendation.values.method')
  const service = letter.service.at(-1)
  if (!service) return null
  return (
    <Section title={t('record.service')}>
      <p>{methods(service.method as never)}</p>
      <Line>{t('service.sent', { date: localDate(service.sentOn) })}</Line>
      <Line>{service.receivedOn ? t('service.received', { date: localDate(service.receivedOn) }) : t('service.notReceived')}</Line>
      <DescriptionList
        empty={t('record.empty')}
        facts={[
          { term: t('service.signer'), value: [service.receivedBy, service.receiverPost].filter(Boolean).join(' ') },
          { term: t('service.address'), value: service.address }, { term: t('service.servers'), value: service.servedBy },
        ]}
      />
    </Section>
  )
}

export async function Replies({ view: { letter } }: { view: LetterView }) {
  const t = await getTranslations('recommendations')
  const claims = await getTranslations('recommendation.values.claimed')
  const ordinal = (demandId: string) => letter.demands.find(({ id }) => id === demandId)?.ordinal ?? 0
  const asked = letter.askedAgain.map((again) => (
    <Entry key={again.id}>
      <p className="font-medium">{t('record.askedAgain')}</p>
      <Line>{localDate(again.askedOn)} · {again.demandIds.map((id) => t('replyItem.demand', { n: ordinal(id) })).join(' · ')}</Line>
      <p className="whitespace-pre-line">{again.reason}</p>
    </Entry>
  ))
  const replies = letter.replies.map((reply) => (
    <Entry key={reply.id}>
      <p className="font-medium">
        {t('record.round', { n: reply.round })} {reply.paperId ? <Link className="text-link" href={`/papers/${reply.paperId}`}>{reply.number}</Link> : reply.number}
      </p>
      <Line>
        {t('replyItem.line', { date: localDate(reply.repliedOn), signer: reply.signerName })}
        {reply.postedOn && ` · ${t('replyItem.posted', { date: localDate(reply.postedOn) })}`}
        {reply.onBehalf && ` · ${t('replyItem.onBehalf', { date: localDay(reply.enteredAt) })}`}
      </Line>
      {reply.adoption && <p className="whitespace-pre-line">{reply.adoption}</p>}
      <ul className="flex flex-col gap-1">
        {[...reply.items].sort((a, b) => ordinal(a.demandId) - ordinal(b.demandId)).map((item) => (
          <li key={item.demandId}>
            {t('replyItem.demand', { n: ordinal(item.demandId) })} · {claims(item.claimed as never)} · {item.summary}
            {item.plan && item.plannedOn && <span className="block text-sm text-muted">{t('replyItem.plan', { plan: item.plan, date: localDate(item.plannedOn) })}</span>}
          </li>
        ))}
      </ul>
      {reply.scanFileId && <FileLinks ids={[reply.scanFileId]} label={t('record.scan')} />}
    </Entry>
  ))
  return <Entries title={t('record.replies')}>{replies.flatMap((reply, index) => [reply, ...(asked[index] ? [asked[index]] : [])])}</Entries>
}

export async function ChecksMade({ view: { letter, people } }: { view: LetterView }) {
  const t = await getTranslations('recommendations')
  const verdicts = await getTranslations('recommendation.values.verdict')
  const rounds = [...new Set(letter.checks.map(({ round }) => round))]
  const ordinal = (demandId: string) => letter.demands.find(({ id }) => id === demandId)?.ordinal ?? 0
  return (
    <Entries title={t('record.checks')}>
      {rounds.map((round) => {
        const results = letter.checks.filter((check) => check.round === round).sort((a, b) => ordinal(a.demandId) - ordinal(b.demandId))
        const [first] = results
        return first && (
          <Entry key={round}>
            <p className="font-medium">{t('record.round', { n: round })} · {people[first.checkedById]}</p>
            <Line>{t('checkItem.line', { date: localDate(first.checkedOn), place: first.place, companion: first.companion })}</Line>
            <ul className="flex flex-col gap-1">
              {results.map((result) => (
                <li key={result.id}>
                  {t('checkItem.demand', { n: ordinal(result.demandId) })} · {verdicts(result.verdict as never)} · {result.findings}
                </li>
              ))}
            </ul>
          </Entry>
        )
      })}
    </Entries>
  )
}

export async function Objections({ view: { letter } }: { view: LetterView }) {
  const t = await getTranslations('recommendations')
  const outcomes = await getTranslations('recommendation.values.outcome')
  const words = (outcome: string) => outcomes(outcome as never)
  return (
    <Entries title={t('record.objections')}>
      {letter.objections.map((objection) => (
        <Entry key={objection.id}>
          <Line>{t('objection.raised', { date: localDate(objection.raisedOn) })}</Line>
          <FromPaper entry={objection} />
          <p className="whitespace-pre-line">{objection.grounds}</p>
          {objection.decidedOn && objection.outcome ? (
            <p className="font-medium">{t('objection.decided', { date: localDate(objection.decidedOn), outcome: words(objection.outcome) })}</p>
          ) : (
            <p className="font-medium">{t('objection.open')}</p>
          )}
          {objection.answer && <p className="whitespace-pre-line">{objection.answer}</p>}
          {!objection.decidedOn && objection.proposal && (
            <>
              <p className="whitespace-pre-line">{t('objection.proposal', { outcome: words(objection.proposal.outcome) })} {objection.proposal.reasons}</p>
              <ProposedChanges letter={letter} proposal={objection.proposal} />
            </>
          )}
        </Entry>
      ))}
    </Entries>
  )
}

export async function HelpGiven({ view: { letter } }: { view: LetterView }) {
  const t = await getTranslations('recommendations')
  const kinds = await getTranslations('recommendation.values.kind')
  return (
    <Entries title={t('record.help')}>
      {letter.help.map((request) => (
        <Entry key={request.id}>
          <Line>{t('helpItem.asked', { date: localDate(request.askedOn) })} · {kinds(request.kind as never)}</Line>
          <FromPaper entry={request} />
          <p className="whitespace-pre-line">{request.question}</p>
          {request.answeredOn ? <Line>{t('helpItem.answered', { date: localDate(request.answeredOn) })}</Line> : <p className="font-medium">{t('helpItem.open')}</p>}
          {request.answer && <p className="whitespace-pre-line">{request.answer}</p>}
        </Entry>
      ))}
    </Entries>
  )
}
