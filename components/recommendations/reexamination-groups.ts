import { getTranslations } from 'next-intl/server'
import { localDate } from '@/lib/platform/clock'
import type { LetterView } from '@/lib/recommendations/loaders'
import { reexaminationOutcomes } from '@/lib/recommendations/schema'
import { fieldWords } from './field-words'
import type { FormGroup } from './grouped-form'

type Typed = Readonly<Record<string, string | readonly string[]>>

/** 复核意见: what was found, and, where the letter is to change, how each demand shall read. Blank fields change nothing. */
export async function reexaminationGroups({ letter }: LetterView, typed: Typed): Promise<FormGroup[]> {
  const t = await getTranslations('recommendations')
  const field = await fieldWords()
  const value = (key: string) => ({ value: typed[key] })
  const was = (text: string | null) => t('objection.was', { text: text || t('objection.none') })
  const demands = letter.demands.filter(({ verdict }) => verdict !== 'met').map((demand, index): FormGroup => {
    const at = (key: string, text: string | null) => ({ at: `demands.${index}.${key}`, value: typed[`demands.${index}.${key}`], help: was(text) })
    return {
      key: demand.id, title: t('form.changeDemand', { n: demand.ordinal, measure: demand.measure.slice(0, 60) }), folded: true,
      hidden: { [`demands.${index}.demandId`]: demand.id },
      fields: [
        field('measure', { ...at('measure', demand.measure), input: 'long' }),
        field('proofWanted', { ...at('proofWanted', demand.proofWanted), input: 'long' }),
        field('milestoneOn', { ...at('milestoneOn', demand.milestoneOn && localDate(demand.milestoneOn)), input: 'date' }),
        ...(demand.reports ? [
          field('reports', { ...at('reports', String(demand.reports)), input: 'number' }), field('reportContent', { ...at('reportContent', demand.reportContent), input: 'long' }),
        ] : []),
      ],
    }
  })
  return [
    {
      key: 'findings', title: t('form.reexamination'),
      fields: [
        field('outcome', { input: 'radio', required: true, values: reexaminationOutcomes, ...value('outcome') }),
        field('findings', { input: 'long', required: true, ...value('findings') }), field('reasons', { input: 'long', required: true, ...value('reasons') }),
      ],
    },
    ...demands,
    {
      key: 'period', title: t('form.changePeriod'), folded: true,
      fields: [field('rectificationMonths', { input: 'number', label: t('form.months'), help: t('form.changeHelp'), ...value('rectificationMonths') })],
    },
  ]
}
