import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { localDate } from '@/lib/platform/clock'
import type { LetterView } from '@/lib/recommendations/loaders'

type Letter = LetterView['letter']
type Revision = Letter['revisions'][number]
type Proposal = NonNullable<Letter['objections'][number]['proposal']>

/** What the demand was before an answer to an objection changed it; the card itself shows how it reads now. */
export async function DemandRevisions({ revisions }: { revisions: readonly Revision[] }) {
  const t = await getTranslations('recommendations')
  return revisions.map(({ id, revisedOn, before, after, answerPaperId }) => {
    const was = (text: string | null | undefined) => t('objection.was', { text: text || t('objection.none') })
    return (
      <div key={id} className="mt-3 flex flex-col gap-1 border-t border-line pt-2 text-sm text-muted">
        <p className="tabular-nums">
          {t('objection.revised', { date: localDate(revisedOn) })}
          {answerPaperId && <> · <Link className="text-link" href={`/papers/${answerPaperId}`}>{t('objection.answerPaper')}</Link></>}
        </p>
        {after.measure && <p>{t('demand.measure')} · {was(before.measure)}</p>}
        {after.proofWanted && <p>{t('demand.proof')} · {was(before.proofWanted)}</p>}
        {after.milestoneOn && <p>{t('demand.milestone')} · {was(before.milestoneOn)}</p>}
        {after.reports && <p>{t('demand.reports')} · {was(String(before.reports ?? ''))}</p>}
        {after.reportContent && <p>{t('demand.reportContent')} · {was(before.reportContent)}</p>}
      </div>
    )
  })
}

/** What the prosecutor proposes to change, for the chief who decides; inside the office only. */
export async function ProposedChanges({ letter, proposal }: { letter: Letter; proposal: Proposal }) {
  const t = await getTranslations('recommendations')
  const changed = (proposal.demands ?? []).filter(({ measure, proofWanted, milestoneOn, reports, reportContent }) => measure || proofWanted || milestoneOn || reports || reportContent)
  return (
    <ul className="flex flex-col gap-1">
      {changed.map(({ demandId, measure, proofWanted, milestoneOn, reports, reportContent }) => (
        <li key={demandId}>
          {t('replyItem.demand', { n: letter.demands.find(({ id }) => id === demandId)?.ordinal ?? 0 })}
          {measure && <span className="block">{t('demand.measure')} · {measure}</span>}
          {proofWanted && <span className="block">{t('demand.proof')} · {proofWanted}</span>}
          {milestoneOn && <span className="block">{t('demand.milestone')} · {milestoneOn}</span>}
          {reports && <span className="block">{t('demand.reports')} · {reports}</span>}
          {reportContent && <span className="block">{t('demand.reportContent')} · {reportContent}</span>}
        </li>
      ))}
      {proposal.rectificationMonths !== undefined && <li>{t('form.months')} · {proposal.rectificationMonths}</li>}
    </ul>
  )
}
