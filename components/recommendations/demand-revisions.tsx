import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { localDate } from '@/lib/platform/clock'
import type { LetterView } from '@/lib/recommendations/loaders'

type Revision = LetterView['letter']['revisions'][number]

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
      </div>
    )
  })
}
