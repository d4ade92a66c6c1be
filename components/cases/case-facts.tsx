import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import type { CaseView } from '@/lib/cases/loaders'
import { localDate } from '@/lib/platform/clock'

const day = (column: Date | null) => column && <span className="tabular-nums">{localDate(column)}</span>

/** What kind of case it is and how far; the account of facts only inside the office. */
export async function CaseFacts({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const domains = await getTranslations('domains')
  const { caseFile, units, clue } = view
  const facts: Fact[] = [
    { term: t('agency'), value: units[caseFile.agencyId] },
    { term: t('procuratorate'), value: units[caseFile.procuratorateId] },
    { term: t('domain'), value: domains(caseFile.domain as never) },
    {
      term: t('openedOn'), value: day(caseFile.openedOn),
      note: caseFile.lateEntry ? t('lateNote', { on: localDate(caseFile.enteredOn) }) : undefined,
    },
    { term: t('servedOn'), value: day(caseFile.decisionServedOn) },
    { term: t('place'), value: caseFile.place },
  ]
  return (
    <Section title={t('facts')}>
      <DescriptionList empty={t('empty')} columns={2} facts={[...facts, ...(await ends(view))]} />
      {caseFile.inner && (
        <DescriptionList
          empty={t('empty')}
          facts={[
            ...(clue ? [{ term: t('clue'), value: <Link className="text-link" href={`/clues/${clue.id}`}>{`${clue.number} ${clue.title}`}</Link> }] : []),
            { term: t('facts2'), value: caseFile.facts },
            { term: t('harm'), value: caseFile.harm },
          ]}
        />
      )}
    </Section>
  )
}

/** Suspension and conclusion, once there are such. */
async function ends({ caseFile }: CaseView): Promise<Fact[]> {
  const t = await getTranslations('cases.record')
  const grounds = await getTranslations('case.values.ground')
  const { suspendedOn, resumedOn, closedOn, closingGround, closingReason } = caseFile
  return [
    ...(suspendedOn ? [{
      term: t('suspended'), value: t('suspendedSince', { on: localDate(suspendedOn) }),
      note: resumedOn ? t('resumedOn', { on: localDate(resumedOn) }) : undefined,
    }] : []),
    ...(closedOn && closingGround ? [
      { term: t('closedOn'), value: day(closedOn) },
      { term: t('ground'), value: grounds(closingGround as never), note: closingReason ?? undefined },
    ] : []),
  ]
}
