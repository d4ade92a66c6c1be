'use client'

import { LookingForm, type StepFormProps } from '@/components/procedure/step-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { readText, type TextLook } from '@/lib/charters/actions/text'

type Words = { readonly button: string; readonly title: string; readonly replaced: string; readonly nothingKept: string }

const fieldOf = { fileId: { accept: '.docx,.txt' }, text: { rows: 18 } } as const

/** 录入正文: pasted or read from a file, looked at article by article and corrected before it is kept. */
export function TextForm({ looking, ...props }: StepFormProps & { looking: Words }) {
  const fields = props.fields.map((field) => ({ ...field, ...(fieldOf[field.name as keyof typeof fieldOf] ?? {}) }))
  return <LookingForm {...props} fields={fields} look={readText} button={looking.button} shown={(seen: TextLook) => <Articles seen={seen} words={looking} />} />
}

function Articles({ seen: { read = '', articles, notes = [], replaced }, words }: { seen: TextLook; words: Words }) {
  return (
    <>
      <input type="hidden" name="$read" value={read} />
      {articles && (
        <section aria-label={words.title} className="flex flex-col gap-3">
          <Notice>
            {notes.map((note) => <span key={note} className="block">{note}</span>)}
            <span className="block text-muted">{words.nothingKept}</span>
          </Notice>
          <ol className="flex max-h-[32rem] flex-col divide-y divide-line overflow-y-auto rounded-lg border bg-surface" tabIndex={0} aria-label={words.title}>
            {articles.map(({ label, begins, size }, index) => (
              <li key={`${label}:${index}`} className="flex flex-wrap items-baseline gap-x-3 px-3 py-2">
                <strong className="whitespace-nowrap">{label}</strong>
                <span className="min-w-0 flex-1 basis-60 text-muted">{begins}</span>
                <span className="whitespace-nowrap text-sm text-muted tabular-nums">{size}</span>
              </li>
            ))}
          </ol>
          {replaced && <Disclosure summary={words.replaced}><p className="whitespace-pre-line text-sm">{replaced}</p></Disclosure>}
        </section>
      )}
    </>
  )
}
