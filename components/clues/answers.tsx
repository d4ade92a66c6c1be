'use client'

import { useEffect, useRef } from 'react'
import type { WordedField } from '@/components/procedure/step-fields'
import { DescriptionList } from '@/components/ui/description-list'

/** Only asked for one answer to another question. */
export type ShownFor = 'penalty' | 'noPenalty' | 'open' | 'transfer' | 'merge'
export type PartField = WordedField & { readonly shownFor?: ShownFor }
export type FormPart = { readonly title: string; readonly help?: string; readonly fields: readonly PartField[] }
export type AnswerSection = { readonly title: string; readonly answers: readonly { readonly term: string; readonly value: string }[] }

/** What stands in the form, in the words of the page. */
export function readAnswers(parts: readonly FormPart[], data: FormData): AnswerSection[] {
  return parts.map(({ title, fields }) => ({
    title,
    answers: fields
      .map((field) => ({ term: field.label, value: answerOf(field, data), asked: field.shownFor === undefined }))
      .filter(({ asked, value }) => asked || value !== '')
      .map(({ term, value }) => ({ term, value })),
  }))
}

function answerOf({ name, input, options }: WordedField, data: FormData): string {
  const values = [...data.getAll(name), ...data.getAll(`${name}[]`)].filter((value): value is string => typeof value === 'string' && value !== '')
  if (input === 'file' || input === 'files') return values.length > 0 ? `${values.length}` : ''
  if (input === 'checkbox' && options.length === 0) return values.length > 0 ? '✓' : ''
  return values.map((value) => options.find((option) => option.value === value)?.label ?? value).join('、')
}

export function Answers({ sections, title, help, none }: { sections: readonly AnswerSection[]; title: string; help: string; none: string }) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    head.current?.focus()
    head.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <section className="flex flex-col gap-4" aria-labelledby="answers">
      <h2 id="answers" ref={head} tabIndex={-1} className="text-lg font-semibold">{title}</h2>
      <p className="-mt-3 text-muted">{help}</p>
      {sections.map(({ title: part, answers }) => (
        <div key={part}>
          <h3 className="font-semibold">{part}</h3>
          <DescriptionList facts={answers} empty={none} />
        </div>
      ))}
    </section>
  )
}
