import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { powerOptions } from '@/components/powers/power-options'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords } from '@/components/procedure/step-words'
import type { WordedField } from '@/components/procedure/step-fields'
import type { LetterDraftView } from '@/lib/recommendations/loaders'
import { demandCycles, type DemandInput } from '@/lib/recommendations/schema'
import { fieldWords, type FieldValue } from './field-words'
import { GroupedForm, type FormGroup } from './grouped-form'

/** Empty rows offered: as many as most letters need, and always two more than are written. */
const usualRows = 6

export type LetterValues = Readonly<Record<string, FieldValue>>
type Lengths = LetterDraftView['lengths']

type Props = {
  readonly step: 'draft' | 'edit'
  readonly subject: { readonly id: string; readonly version: number } | null
  readonly hidden?: Readonly<Record<string, string>>
  readonly values: LetterValues
  readonly demands: readonly DemandInput[]
  readonly lengths: Lengths
  readonly powers: LetterDraftView['powers']
}

/** 起草: the facts, the reasons, the demands one by one, the periods. Plain HTML with rows enough to work without scripts. */
export async function LetterForm({ step, subject, hidden = {}, values, demands, lengths, powers }: Props) {
  const typed = await typedBefore(`recommendation.${step}`, subject?.id ?? null)
  const mine = hidden.caseId === undefined || typed.caseId === hidden.caseId ? typed : {}
  const known: LetterValues = { ...values, ...demandValues(demands), ...mine }
  return (
    <GroupedForm
      target={{ step: `recommendation.${step}`, id: subject?.id ?? null, version: subject?.version ?? null, requestId: randomUUID() }}
      words={await stepWords('recommendation', step)}
      groups={[...(await mainGroups(known, hidden, powers)), ...(await demandGroups(known, demands.length)), ...(await closingGroups(known, lengths))]}
    />
  )
}

const demandValues = (demands: readonly DemandInput[]): LetterValues =>
  Object.fromEntries(demands.flatMap((demand, index) => Object.entries(demand).map(([field, value]) => [`demands.${index}.${field}`, String(value)])))

async function mainGroups(known: LetterValues, hidden: Readonly<Record<string, string>>, powers: Props['powers']): Promise<FormGroup[]> {
  const t = await getTranslations('recommendations.form')
  const field = await fieldWords()
  const long = (key: string): WordedField => field(key, { input: 'long', value: known[key] })
  return [
    { key: 'source', title: t('source'), hidden, fields: [field('title', { required: true, value: known.title }), ...['sourceText', 'harmFacts', 'duty', 'dutyFindings', 'evidence'].map(long)] },
    ...(await powerGroup(known, powers)),
    { key: 'basis', title: t('basis'), fields: ['reasons', 'legalBasis'].map(long) },
  ]
}

/** What the letter rests on; nothing is asked where the list of the place has nothing for the domain. */
async function powerGroup(known: LetterValues, { own, others }: Props['powers']): Promise<FormGroup[]> {
  if (own.length === 0 && others.length === 0) return []
  const t = await getTranslations('recommendations.form')
  const field = await fieldWords()
  return [{
    key: 'power', title: t('power'), help: own.length > 0 ? t('powerHelp') : t('powerNone', { others: others.join(t('powerSeparator')) }),
    fields: [
      ...(own.length > 0 ? [field('powerItemIds', { input: 'checkbox', value: known.powerItemIds ?? known['powerItemIds[]'], options: await powerOptions(own) })] : []),
      field('powerReason', { input: 'long', value: known.powerReason }),
    ],
  }]
}

async function demandGroups(known: LetterValues, written: number): Promise<FormGroup[]> {
  const t = await getTranslations('recommendations.form')
  const field = await fieldWords()
  return Array.from({ length: Math.max(usualRows, written + 2) }, (_, index) => {
    const at = (key: string) => ({ at: `demands.${index}.${key}`, value: known[`demands.${index}.${key}`] })
    return {
      key: `demand${index}`, title: t('demand', { n: index + 1 }), help: index === 0 ? t('demandsHelp') : undefined,
      folded: index > 0 && index >= written,
      fields: [
        field('fault', { ...at('fault'), input: 'long' }), field('basis', at('basis')), field('measure', { ...at('measure'), input: 'long' }),
        field('milestoneOn', { ...at('milestoneOn'), input: 'date' }), field('proofWanted', { ...at('proofWanted'), input: 'long' }),
        field('cycle', { ...at('cycle'), input: 'select', values: demandCycles }), field('reports', { ...at('reports'), input: 'number' }), field('reportContent', { ...at('reportContent'), input: 'long' }),
      ],
    }
  })
}

async function closingGroups(known: LetterValues, { months, urgentDays, objectionDays }: Lengths): Promise<FormGroup[]> {
  const t = await getTranslations('recommendations.form')
  const field = await fieldWords()
  const value = (key: string) => ({ value: known[key] })
  return [
    {
      key: 'period', title: t('period'), help: t('periodHelp', { months, urgentDays, objectionDays }),
      fields: [
        field('urgent', { input: 'checkbox', ...value('urgent') }), field('urgentReason', { input: 'long', ...value('urgentReason') }),
        field('rectificationMonths', { input: 'number', ...value('rectificationMonths') }),
        field('rectificationReason', { input: 'long', ...value('rectificationReason') }),
        field('objectionDays', { input: 'number', ...value('objectionDays') }),
      ],
    },
    {
      key: 'contact', title: t('contact'),
      fields: [
        field('contact', value('contact')), field('contactPhone', value('contactPhone')), field('address', value('address')),
        field('attachments', { input: 'long', ...value('attachments') }), field('copies', { input: 'long', ...value('copies') }),
      ],
    },
  ]
}
