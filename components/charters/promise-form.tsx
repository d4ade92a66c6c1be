'use client'

import { LookingForm, type StepFormProps } from '@/components/procedure/step-form'
import { Notice } from '@/components/ui/notice'
import { readPromise, type TermsLook } from '@/lib/charters/actions/terms'

type Words = { readonly button: string; readonly title: string }

/** 登记义务: only what this wording needs, with a look at its first clock before it is entered. */
export function PromiseForm({ fixed, looking, ...props }: StepFormProps & { fixed: Readonly<Record<string, string>>; looking: Words }) {
  return (
    <LookingForm
      {...props} look={readPromise} button={looking.button}
      own={() => Object.entries(fixed).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} data-draft />)}
      shown={({ lines }: TermsLook) => lines && <Notice live title={looking.title}>{lines.map((line) => <span key={line} className="block">{line}</span>)}</Notice>}
    />
  )
}
