import { getTranslations } from 'next-intl/server'
import { today } from '@/lib/platform/clock'
import type { LetterView } from '@/lib/recommendations/loaders'
import { checkMethods, claims, verdicts } from '@/lib/recommendations/schema'
import { isSettled } from '@/lib/duty-cycles/schema'
import { fieldWords } from './field-words'
import type { FormGroup } from './grouped-form'

type Typed = Readonly<Record<string, string | readonly string[]>>
const objectionRows = 3

const shortMeasure = (measure: string) => (measure.length > 60 ? `${measure.slice(0, 60)}…` : measure)

/** Only where the text is close to an earlier letter's does the form ask for a reason. */
export async function submitGroups({ assessment, letter }: LetterView, typed: Typed): Promise<FormGroup[]> {
  const field = await fieldWords()
  const close = assessment?.closest && assessment.closest.percent >= assessment.similarityLimit
  if (!close) return []
  const t = await getTranslations('recommendations.check.similarity')
  return [{
    key: 'similarity', title: t('name'),
    fields: [field('similarityReason', { input: 'long', required: true, value: typed.similarityReason ?? letter.similarityReason ?? undefined })],
  }]
}

/** 现场核查: where, when, with whom, then a verdict with own evidence for each demand. */
export async function checkGroups({ letter, cycles }: LetterView, typed: Typed): Promise<FormGroup[]> {
  const t = await getTranslations('recommendations')
  const field = await fieldWords()
  const demands = letter.demands.map(({ id, ordinal, measure }, index): FormGroup => {
    const at = (key: string) => ({ at: `items.${index}.${key}`, value: typed[`items.${index}.${key}`] })
    return {
      key: id, title: t('form.checkDemand', { n: ordinal, measure: shortMeasure(measure) }), hidden: { [`items.${index}.demandId`]: id },
      fields: [
        field('verdict', { ...at('verdict'), input: 'radio', required: true, values: verdicts }),
        field('findings', { ...at('findings'), input: 'long', required: true }),
        field('evidenceFileIds', { ...at('evidenceFileIds'), input: 'files' }),
      ],
    }
  })
  const value = (key: string) => ({ value: typed[key] })
  return [
    {
      key: 'visit', title: t('form.visit'),
      fields: [
        field('checkedOn', { input: 'date', required: true, value: typed.checkedOn ?? today() }), field('place', { required: true, ...value('place') }),
        field('method', { input: 'radio', required: true, values: checkMethods, value: typed.method ?? 'onSite' }),
        field('companion', { required: true, ...value('companion') }),
      ],
    },
    ...demands,
    {
      key: 'whole', title: t('form.wholeCheck'),
      fields: [
        field('harmState', { input: 'long', required: true, ...value('harmState') }), field('agencyView', { input: 'long', ...value('agencyView') }),
        field('conclusion', { input: 'long', required: true, ...value('conclusion') }), field('performedOn', { input: 'date', ...value('performedOn') }),
        field('nextStep', { input: 'long', ...value('nextStep') }),
        ...(cycles.some(({ status }) => !isSettled(status)) ? [field('dutiesGoOn', { input: 'checkbox', ...value('dutiesGoOn') })] : []),
      ],
    },
  ]
}

export async function askAgainGroups({ letter }: LetterView, typed: Typed): Promise<FormGroup[]> {
  const t = await getTranslations('recommendations')
  const field = await fieldWords()
  const open = letter.demands.filter(({ verdict }) => verdict !== 'met')
  return [{
    key: 'again', title: t('record.askedAgain'),
    fields: [
      field('demandIds', {
        input: 'checkbox', required: true, value: typed.demandIds ?? open.map(({ id }) => id),
        options: open.map(({ id, ordinal, measure }) => ({ value: id, label: t('form.checkDemand', { n: ordinal, measure: shortMeasure(measure) }) })),
      }),
      field('reason', { input: 'long', required: true, value: typed.reason }),
    ],
  }]
}

/** 代录: what the paper says, demand by demand. */
export async function replyGroups({ letter }: LetterView, typed: Typed): Promise<FormGroup[]> {
  const t = await getTranslations('recommendations')
  const field = await fieldWords()
  const value = (key: string) => ({ value: typed[key] })
  const demands = letter.demands.filter(({ verdict }) => verdict !== 'met' || !letter.firstRepliedOn).map(({ id, ordinal, measure }, index): FormGroup => {
    const at = (key: string) => ({ at: `items.${index}.${key}`, value: typed[`items.${index}.${key}`] })
    return {
      key: id, title: t('form.checkDemand', { n: ordinal, measure: shortMeasure(measure) }), hidden: { [`items.${index}.demandId`]: id },
      fields: [
        field('claimed', { ...at('claimed'), input: 'radio', required: true, values: claims }),
        field('summary', { ...at('summary'), input: 'long', required: true, label: t('form.result') }),
        field('cause', { ...at('cause'), input: 'long' }), field('plan', { ...at('plan'), input: 'long' }),
        field('plannedOn', { ...at('plannedOn'), input: 'date' }),
      ],
    }
  })
  return [
    {
      key: 'paper', title: t('form.replyPaper'),
      fields: [
        field('number', { required: true, ...value('number') }), field('signerName', { required: true, ...value('signerName') }),
        field('arrivedOn', { input: 'date', required: true, value: typed.arrivedOn ?? today() }), field('postedOn', { input: 'date', ...value('postedOn') }),
        field('scanFileId', { input: 'file', ...value('scanFileId') }), field('adoption', { input: 'long', required: true, ...value('adoption') }),
      ],
    },
    ...demands,
    {
      key: 'rest', title: t('form.replyRest'),
      fields: [
        field('longTerm', { input: 'long', ...value('longTerm') }), field('contact', { required: true, label: t('form.contactPerson'), ...value('contact') }),
        field('contactPhone', value('contactPhone')),
      ],
    },
  ]
}

/** 代录: the objection as the paper has it, with who signed it and when it came. */
export async function objectOnBehalfGroups(view: LetterView, typed: Typed): Promise<FormGroup[]> {
  const t = await getTranslations('recommendations')
  const field = await fieldWords()
  const value = (key: string) => ({ value: typed[key] })
  const paper: FormGroup = {
    key: 'paper', title: t('form.onPaper'),
    fields: [
      field('number', { required: true, ...value('number') }), field('signerName', { required: true, ...value('signerName') }),
      field('arrivedOn', { input: 'date', required: true, label: t('form.arrivedOn'), value: typed.arrivedOn ?? today() }), field('postedOn', { input: 'date', ...value('postedOn') }),
      field('scanFileId', { input: 'file', required: true, help: '', ...value('scanFileId') }),
    ],
  }
  return [paper, ...(await objectGroups(view, typed))]
}

export async function objectGroups(_view: LetterView, typed: Typed): Promise<FormGroup[]> {
  const t = await getTranslations('recommendations')
  const field = await fieldWords()
  const value = (key: string) => ({ value: typed[key] })
  const points = Array.from({ length: objectionRows }, (_, index): FormGroup => {
    const at = (key: string) => ({ at: `items.${index}.${key}`, value: typed[`items.${index}.${key}`] })
    return {
      key: `point${index}`, title: t('form.point', { n: index + 1 }), folded: index > 0,
      fields: [field('item', { ...at('item'), required: index === 0 }), field('reason', { ...at('reason'), input: 'long', required: index === 0 })],
    }
  })
  return [
    ...points,
    {
      key: 'rest', title: t('form.replyRest'),
      fields: [
        field('request', { input: 'long', required: true, ...value('request') }), field('materials', { input: 'long', ...value('materials') }),
        field('contact', { required: true, label: t('form.contactPerson'), ...value('contact') }), field('contactPhone', value('contactPhone')),
      ],
    },
  ]
}
