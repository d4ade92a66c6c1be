import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { CaseView } from '@/lib/cases/loaders'
import { OutcomeSums } from './outcome-sums'
import { OutcomeTable } from './outcome-table'

/** 办案成效 on the case: what counts, and every row with its proof behind it. */
export async function CaseOutcomes({ view: { caseFile, outcomes, mayEnterOutcome } }: { view: CaseView }) {
  const t = await getTranslations('outcomes')
  if (outcomes.rows.length === 0 && !mayEnterOutcome) return null
  return (
    <Section title={t('title')} count={outcomes.rows.length}>
      {outcomes.sums.length > 0 && <OutcomeSums sums={outcomes.sums} query={{}} linked={false} />}
      <OutcomeTable ofCase caption={t('caption')} rows={outcomes.rows} empty={<p className="text-muted">{t('emptyBody')}</p>} />
      {mayEnterOutcome && <div><LinkButton href={`/outcomes/new?case=${caseFile.id}`} icon="plus">{t('newTitle')}</LinkButton></div>}
    </Section>
  )
}
