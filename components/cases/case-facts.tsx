import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { listComma } from '@/components/ui/list-comma'
import { Section } from '@/components/ui/section'
import { harmLevel } from '@/lib/clues/rules/harm'
import { domainClassOn } from '@/lib/clues/rules/dictionaries'
import type { CaseView } from '@/lib/cases/loaders'
import { effects } from '@/lib/cases/schema'
import { localDate } from '@/lib/platform/clock'

const day = (column: Date | null) => column && <span className="tabular-nums">{localDate(column)}</span>

/** What kind of case it is and how far; the account of facts only inside the office. */
export async function CaseFacts({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const domains = await getTranslations('domains')
  const classes = await getTranslations('figures.cases')
  const { caseFile, units, clue } = view
  const facts: Fact[] = [
    { term: t('agency'), value: units[caseFile.agencyId] },
    { term: t('procuratorate'), value: units[caseFile.procuratorateId] },
    {
      term: t('domain'), value: domains(caseFile.domain as never), note: classes(`classes.${domainClassOn(caseFile.domain, localDate(caseFile.openedOn))}`),
    },
    ...(caseFile.superiorApprover && caseFile.superiorApprovedOn ? [{
      term: t('approval'), value: [caseFile.superiorApprover, caseFile.superiorApprovalNumber, localDate(caseFile.superiorApprovedOn)].filter(Boolean).join(' '),
    }] : []),
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
            await harmFact(caseFile),
          ]}
        />
      )}
    </Section>
  )
}

/** 危害程度, with the signs it was weighed by. */
async function harmFact({ harmScore, harmSigns, harmReason }: CaseView['caseFile']): Promise<Fact> {
  const t = await getTranslations('cases.record')
  const harm = await getTranslations('harm')
  const comma = await listComma()
  if (harmScore === null) return { term: t('harmLevel'), value: t('harmUnweighed') }
  const signs = harmSigns.length > 0 ? harmSigns.map((key) => harm(`signs.${key}` as never)).join(comma) : t('harmNoSign')
  return { term: t('harmLevel'), value: [harm(`levels.${harmLevel(harmScore)}`), harmReason].filter(Boolean).join('\n'), note: t('harmNote', { signs }) }
}

/** Suspension and conclusion, once there are such. */
async function ends({ caseFile }: CaseView): Promise<Fact[]> {
  const t = await getTranslations('cases.record')
  const grounds = await getTranslations('case.values.ground')
  const fields = await getTranslations('case.fields')
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
    ...effects.flatMap((name) => (caseFile[name] ? [{ term: fields(`${name}.label`), value: caseFile[name] }] : [])),
    ...(caseFile.effectFileIds.length > 0 ? [{ term: fields('effectFileIds.label'), value: <EffectFiles ids={caseFile.effectFileIds} label={fields('effectFileIds.label')} /> }] : []),
  ]
}

const EffectFiles = ({ ids, label }: { ids: readonly string[]; label: string }) => (
  <ul>{ids.map((id, index) => <li key={id}><a className="inline-block min-h-6 text-link" href={`/api/files/${id}`} download>{`${label} ${index + 1}`}</a></li>)}</ul>
)
