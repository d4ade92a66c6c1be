'use client'

import { CheckGroup, RadioGroup } from '@/components/ui/choices'
import { DateField, TextArea, TextField } from '@/components/ui/inputs'
import { FormRow, FormSection } from '@/components/ui/form'
import type { Option } from '@/components/ui/field'
import type { StepState } from '@/lib/step-action'
import { StepForm, type StepFormWords, type StepTarget } from '@/components/procedure/step-form'

export type ReplyFormDemand = {
  readonly id: string
  readonly heading: string
  readonly actions: readonly Option[]
}

export type ReplyFormWords = {
  readonly adoption: string
  readonly claimed: string
  readonly summary: string
  readonly cause: string
  readonly plan: string
  readonly plannedOn: string
  readonly actions: string
  readonly noActions: string
  readonly longTerm: string
  readonly contact: string
  readonly contactPhone: string
  readonly postedOn: string
  readonly postedHelp: string
  readonly claims: readonly Option[]
}

/** Values by field name: `items.0.summary`, `items.0.actionIds[]`. */
export type ReplyValues = Readonly<Record<string, string | readonly string[]>>

type Props = {
  readonly target: StepTarget
  readonly words: StepFormWords
  readonly texts: ReplyFormWords
  readonly demands: readonly ReplyFormDemand[]
  readonly values: ReplyValues
}

/** The written reply, one part a demand, each quoting the actions of the log that prove it. */
export function ReplyForm({ target, words, texts, demands, values }: Props) {
  return (
    <StepForm
      target={target}
      words={words}
      fields={[]}
      own={(state) => <ReplyFields state={state} texts={texts} demands={demands} values={state.typed ?? values} />}
    />
  )
}

function ReplyFields({ state, texts, demands, values }: Omit<Props, 'target' | 'words'> & { state: StepState }) {
  const text = (name: string) => single(values[name])
  const error = (name: string) => state.fields?.[name]
  return (
    <>
      <TextArea name="adoption" label={texts.adoption} required rows={2} defaultValue={text('adoption')} error={error('adoption')} />
      {demands.map((demand, index) => (
        <ItemFields key={demand.id} index={index} demand={demand} texts={texts} text={text} error={error} chosen={list(values[`items.${index}.actionIds[]`])} />
      ))}
      <TextArea name="longTerm" label={texts.longTerm} rows={3} defaultValue={text('longTerm')} error={error('longTerm')} />
      <FormRow>
        <TextField name="contact" label={texts.contact} required defaultValue={text('contact')} error={error('contact')} />
        <TextField name="contactPhone" label={texts.contactPhone} defaultValue={text('contactPhone')} error={error('contactPhone')} />
      </FormRow>
      <DateField name="postedOn" label={texts.postedOn} help={texts.postedHelp} defaultValue={text('postedOn')} error={error('postedOn')} />
    </>
  )
}

type ItemProps = {
  readonly index: number
  readonly demand: ReplyFormDemand
  readonly texts: ReplyFormWords
  readonly text: (name: string) => string | undefined
  readonly error: (name: string) => string | undefined
  readonly chosen: readonly string[]
}

function ItemFields({ index, demand, texts, text, error, chosen }: ItemProps) {
  const named = (field: string) => `items.${index}.${field}`
  const props = (field: string) => ({ name: named(field), defaultValue: text(named(field)), error: error(named(field)) })
  return (
    <FormSection title={demand.heading}>
      <input type="hidden" name={named('demandId')} value={demand.id} data-draft />
      <RadioGroup {...props('claimed')} label={texts.claimed} options={texts.claims} required />
      <TextArea {...props('summary')} label={texts.summary} required rows={3} />
      {demand.actions.length === 0 ? (
        <p className="text-muted">{texts.noActions}</p>
      ) : (
        <CheckGroup name={`${named('actionIds')}[]`} label={texts.actions} options={demand.actions} defaultValue={chosen} error={error(named('actionIds'))} />
      )}
      <TextArea {...props('cause')} label={texts.cause} rows={2} />
      <FormRow>
        <TextArea {...props('plan')} label={texts.plan} rows={2} />
        <DateField {...props('plannedOn')} label={texts.plannedOn} />
      </FormRow>
    </FormSection>
  )
}

const single = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : value?.[0])
const list = (value: string | readonly string[] | undefined): readonly string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value)
