import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Option } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/section'
import type { AwaitedStep, OfferedStep } from '@/lib/engine/procedure/offer'
import { BasisLine } from './basis-line'
import { BoundaryLine } from './boundary-line'
import { StepForm } from './step-form'
import { typedBefore } from './drafts'
import { stepWords, wordedFields } from './step-words'

export type StepPanelProps = {
  /** Procedure name: the namespace of its words. */
  readonly procedure: string
  /** `next` where a record moves on, `possible` where one changes or begins something. */
  readonly heading?: 'next' | 'possible'
  readonly steps: readonly OfferedStep[]
  readonly subject: { readonly id: string; readonly version: number } | null
  /** Choices for `options: 'units'` and the like. */
  readonly options?: Readonly<Record<string, readonly Option[]>>
  /** Values the form begins with, by step key and field. */
  readonly defaults?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
  /** What a step leads to on this record, said under its button (dates and all), by step key. */
  readonly consequences?: Readonly<Record<string, string>>
  /** What the record waits for, whoever does it; said where this person has no next step. */
  readonly awaited?: readonly AwaitedStep[]
  /** Own forms of steps that deserve one, by step key. */
  readonly forms?: Readonly<Record<string, ReactNode>>
  /** A step beside the way that stands open because the page is for it, or because it comes first. */
  readonly opened?: string
}

/** What this person may do now: the next step stands open, what is beside the way unfolds below; a blocked one says why. */
export async function StepPanel(props: StepPanelProps) {
  const t = await getTranslations('procedure')
  const onward = props.steps.filter(({ aside }) => !aside)
  const beside = props.steps.filter(({ aside }) => aside)
  const first = onward.find(({ blocked }) => blocked === null)
  const waits = !first && (props.awaited ?? []).length > 0
  return (
    // What can be done stands on the screen; a printed record tells what is.
    <div className="contents print:hidden">
      {waits && <Awaited steps={props.awaited ?? []} />}
      {onward.length > 0 && <Panel strong title={t(props.heading ?? (props.subject ? 'next' : 'possible'))}><Steps {...props} steps={onward} first={first} /></Panel>}
      {beside.length > 0 && <Panel title={t('beside')}><Steps {...props} steps={beside} /></Panel>}
    </div>
  )
}

const mostNamed = 2

async function Awaited({ steps }: { steps: readonly AwaitedStep[] }) {
  const t = await getTranslations()
  const roles = (by: AwaitedStep['by']) => by.slice(0, mostNamed).map((role) => t(`identity.roles.${role}`)).join(t('procedure.or'))
  const named = steps.slice(0, mostNamed).map(({ name, by }) => t('procedure.awaitedStep', { step: t(`${name}.name` as never), by: roles(by) }))
  return <Notice>{t('procedure.awaited', { steps: named.join(t('procedure.or')) })}</Notice>
}

type StepsProps = StepPanelProps & { readonly first?: OfferedStep }

async function Steps({ procedure, steps, first, subject, options = {}, defaults = {}, consequences = {}, forms = {}, opened }: StepsProps) {
  const t = await getTranslations()
  return (
    <div className="flex flex-col divide-y divide-line">
      {await Promise.all(steps.map(async (step) => (
        <details key={step.key} open={step === first || step.key === opened} className="group py-2 first:pt-0 last:pb-0" id={`step-${procedure}-${step.key}`}>
          <summary className="flex min-h-8 cursor-pointer flex-wrap items-center gap-x-2 font-medium">
            <span aria-hidden className="text-sm text-muted group-open:rotate-90">▸</span>
            {t(`${procedure}.${step.key}.name` as never)}
            {step.blocked !== null && (
              <span className="inline-flex items-center gap-1 text-sm font-normal text-muted">
                <Icon name="info" />
                {t('procedure.blocked')}
              </span>
            )}
          </summary>
          <div className="mt-2 flex flex-col gap-3 pb-2">
            <BasisLine basis={step.basis} />
            <BoundaryLine procedure={procedure} step={step.key} />
            {step.actingFor !== null && <p className="text-sm text-muted">{t('procedure.actingFor', { name: step.actingFor })}</p>}
            {step.blocked !== null ? (
              <p>{t(step.blocked as never)}</p>
            ) : (
              forms[step.key] ?? (
                <StepForm
                  target={{ step: step.name, id: subject?.id ?? null, version: subject?.version ?? null, requestId: randomUUID() }}
                  words={await stepWords(procedure, step.key, consequences[step.key])}
                  fields={await wordedFields(procedure, step.fields, options, { ...defaults[step.key], ...(await typedBefore(step.name, subject?.id ?? null)) })}
                />
              )
            )}
          </div>
        </details>
      )))}
    </div>
  )
}
