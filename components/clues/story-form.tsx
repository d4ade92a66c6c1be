import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { WordedField } from '@/components/procedure/step-fields'
import { stepWords, wordedFields } from '@/components/procedure/step-words'
import { typedBefore } from '@/components/procedure/drafts'
import type { Option } from '@/components/ui/field'
import { describeForm } from '@/lib/engine/procedure/form-fields'
import { enterInput, penaltySchema, referInput } from '@/lib/clues/schema'
import type { StoryChoices } from '@/lib/clues/loaders'
import type { FormPart, PartField } from './answers'
import { SectionedForm } from './sectioned-form'

type Values = Readonly<Record<string, string | readonly string[]>>

const groups = {
  about: ['title', 'source', 'sourceDetail', 'relatedJudgment', 'domain', 'discoveredOn', 'facts', 'harm', 'urgent'],
  where: ['place', 'unitIds'],
  sender: ['onBehalfOfUnitId', 'referredOn', 'referralNumber', 'referralSigner'],
  dates: ['registeredOn', 'handlerId', 'major'],
  penalty: ['penaltyKnown', 'noPenaltyReason'],
  attach: ['measuresTaken', 'materials', 'fileIds', 'lateReason'],
  declare: ['sensitivity', 'noSecrets'],
} as const

/** The form of a referral, of one referred again, and of an entry by the office itself: one column, in sections. */
export async function StoryForm({ step, id, version, choices, values = {} }: {
  step: 'refer' | 'resubmit' | 'enter'
  id: string | null
  version: number | null
  choices: StoryChoices
  values?: Values
}) {
  const t = await getTranslations('clues')
  const parts = await partsOf(step, choices, { ...values, ...(await typedBefore(`clue.${step}`, id)) })
  const words = await stepWords('clue', step, choices.court ? t('form.court') : undefined)
  return (
    <SectionedForm
      target={{ step: `clue.${step}`, id, version, requestId: randomUUID() }}
      words={words}
      parts={parts}
      check={{ check: t('form.check'), title: t('form.reviewTitle'), help: t('form.reviewHelp'), back: t('form.back'), none: t('noValue') }}
    />
  )
}

async function partsOf(step: 'refer' | 'resubmit' | 'enter', choices: StoryChoices, values: Values): Promise<FormPart[]> {
  const t = await getTranslations('clues')
  const options = await optionsOf(choices)
  const schema = step === 'enter' ? enterInput : referInput
  const fields = await wordedFields('clue', describeForm(schema), options, { ...firstAnswers(choices), ...values })
  const shown = fields.filter(({ name }) => isShown(name, choices)).map(loosened)
  const penalty = (await wordedFields('clue', describeForm(penaltySchema), {}, {}))
    .map((field): PartField => ({ ...field, name: `penalty.${field.name}`, required: false, value: values[`penalty.${field.name}`], shownFor: 'penalty' }))
  const part = (key: keyof typeof groups, help?: string, more: PartField[] = []): FormPart => ({
    title: t(`form.${titles[key]}`), help,
    fields: [...groups[key].flatMap((name) => shown.filter((field) => field.name === name)), ...more],
  })
  const { referral, penaltyData } = choices.provisions
  const limit = !choices.inside && referral ? t('form.limitNote', { article: referral.article, text: referral.text }) : undefined
  const penaltyHelp = choices.penaltyBound && penaltyData ? t('form.penaltyHelp', { text: penaltyData.text }) : t('form.penaltyPlain')
  return [
    ...(step === 'enter' ? [part('sender', t('form.senderHelp'))] : []),
    part('about', limit), part('where', t('form.whereHelp')),
    part('penalty', penaltyHelp, penalty), part('attach'),
    ...(step === 'enter' ? [part('dates')] : []),
    part('declare'),
  ].filter(({ fields: own }) => own.length > 0)
}

const titles = {
  about: 'about', where: 'where', sender: 'sender', dates: 'dates', penalty: 'penaltyTitle', attach: 'attach', declare: 'declare',
} as const

// A court's form is short: what a clerk cannot know or is not bound by is not asked.
const notForCourts = ['lateReason', 'noPenaltyReason', 'measuresTaken']
function isShown(name: string, { court }: StoryChoices): boolean {
  if (name === 'relapseOfCaseId') return false
  if (court) return !notForCourts.includes(name)
  return name !== 'relatedJudgment'
}

function loosened(field: WordedField): PartField {
  if (field.name === 'noPenaltyReason') return { ...field, shownFor: 'noPenalty' }
  return field.name === 'unitIds' ? { ...field, required: false } : field
}

/** Who is bound to know of penalties has to say so; nobody else is asked twice. */
const firstAnswers = ({ sources, penaltyBound }: StoryChoices): Record<string, string> => ({
  sensitivity: 'internal', ...(sources.length === 1 ? { source: sources[0]! } : {}), ...(penaltyBound ? {} : { penaltyKnown: 'unclear' }),
})

export async function optionsOf(choices: Pick<StoryChoices, 'agencies' | 'senders' | 'prosecutors' | 'sources' | 'domains'>): Promise<Record<string, Option[]>> {
  const domains = await getTranslations('domains')
  const sources = await getTranslations('clue.values.source')
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  return {
    agencies: choices.agencies.map(named), senders: choices.senders.map(named),
    prosecutors: choices.prosecutors.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })),
    domains: choices.domains.map((key) => ({ value: key, label: domains(key as never) })),
    sources: choices.sources.map((key) => ({ value: key, label: sources(key as never) })),
  }
}
