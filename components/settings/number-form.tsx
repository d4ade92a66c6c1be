'use client'

import { useState } from 'react'
import { StepForm, type StepFormProps } from '@/components/procedure/step-form'
import { TextField } from '@/components/ui/inputs'
import { fillPattern } from '@/lib/engine/papers/pattern'

type Series = { unitId: string; series: string; pattern: string; code: string | null; year: number; next: number }
type Text = { pattern: string; patternHelp: string; start: string; startHelp: string; example: string }

/** The step form with pattern and start, and the number that would come next as one types. */
export function NumberForm({ number, text, ...form }: Omit<StepFormProps, 'own'> & { number: Series; text: Text }) {
  const [pattern, setPattern] = useState(number.pattern)
  const [start, setStart] = useState('')
  const typedStart = Number(start)
  const n = Number.isInteger(typedStart) && typedStart > number.next ? typedStart : number.next
  return (
    <StepForm
      {...form}
      own={({ fields, typed }) => {
        const before = (name: string) => {
          const value = typed?.[name]
          return typeof value === 'string' ? value : undefined
        }
        return (
          <>
            <input type="hidden" name="unitId" value={number.unitId} />
            <input type="hidden" name="series" value={number.series} />
            <TextField
              name="pattern" label={text.pattern} help={text.patternHelp} error={fields?.pattern} required maxLength={40}
              defaultValue={before('pattern') ?? number.pattern} onInput={(event) => setPattern(event.currentTarget.value)}
            />
            <TextField
              name="start" label={text.start} help={text.startHelp} error={fields?.start} inputMode="numeric" width="short"
              defaultValue={before('start')} onInput={(event) => setStart(event.currentTarget.value)}
            />
            <p className="text-sm" aria-live="polite">
              {text.example}：<span className="font-medium">{fillPattern(pattern, { code: number.code, year: number.year, n })}</span>
            </p>
          </>
        )
      }}
    />
  )
}
