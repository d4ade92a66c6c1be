import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Chip } from '@/components/ui/chip'
import type { CharterRecord } from '@/lib/charters/data/charters'
import type { Standing } from '@/lib/charters/data/standing'
import { termsSchema } from '@/lib/charters/schema'
import { StandingMarks } from './standing'
import { termsWords } from './terms-line'

/** The text word for word; under each article what it promises and, once in force, how that stands. */
export async function CharterText({ charter, standings, mayPromise }: { charter: CharterRecord; standings: readonly Standing[]; mayPromise: boolean }) {
  const t = await getTranslations('charters')
  const live = charter.status === 'published'
  return (
    <ol className="flex flex-col divide-y divide-line rounded-lg border bg-surface">
      {await Promise.all(charter.provisions.map(async ({ id, article, heading, text, origin }) => {
        const promises = charter.obligations.filter(({ provisionId }) => provisionId === id)
        return (
          <li key={id} id={`article-${id}`} className="flex flex-col gap-2 px-4 py-3">
            <p className="whitespace-pre-line">
              <strong>{article}</strong>
              {heading && <strong>{t('heading', { heading })}</strong>}
              <span className="ml-2">{text}</span>
              {charter.mark !== '' && origin === 'practice' && <span className="ml-2 text-sm text-muted">{t('fromPractice')}</span>}
            </p>
            {promises.length > 0 && (
              <ul className="flex flex-col gap-2 border-l-2 border-line pl-3">
                {await Promise.all(promises.map(async (each) => {
                  const terms = termsSchema.parse(each.terms)
                  return (
                    <li key={each.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                      <span className="min-w-0">
                        <Chip>{t(`kinds.${each.kind as 'event'}`)}</Chip>{' '}
                        <Link className="text-link font-medium" href={`/charters/obligations/${each.id}`}>{each.title}</Link>
                        <span className="block text-sm text-muted">{await termsWords({ kind: each.kind, owedBy: each.owedBy, terms })}</span>
                      </span>
                      {live && <StandingMarks id={each.id} kind={each.kind} terms={terms} standing={standings.find(({ obligationId }) => obligationId === each.id)} />}
                    </li>
                  )
                }))}
              </ul>
            )}
            {mayPromise && <p><Link className="text-sm text-link" href={`/charters/${charter.id}/obligation?provision=${id}`}>{t('addHere')}</Link></p>}
          </li>
        )
      }))}
    </ol>
  )
}
