'use client'

import { StepForm, type StepFormProps } from '@/components/procedure/step-form'
import { CheckGroup } from '@/components/ui/choices'
import { SelectField, TextField } from '@/components/ui/inputs'
import type { Option } from '@/components/ui/field'

type ValueField = { label: string; help: string; error?: string; current: string; months: readonly Option[] | null; levels: readonly Option[] | null }

/** The step form with the setting it is about, and its value as that setting is written: a number or a choice of months. */
export function SettingForm({ settingKey, value, ...form }: Omit<StepFormProps, 'own'> & { settingKey: string; value: ValueField }) {
  return (
    <StepForm
      {...form}
      own={({ fields, typed }) => {
        const text = { label: value.label, help: value.help, required: true, error: fields?.value }
        const before = typed?.['value[]'] ?? typed?.value ?? value.current
        return (
          <>
            <input type="hidden" name="key" value={settingKey} />
            {value.levels ? (
              <SelectField {...text} name="value" options={value.levels} defaultValue={typeof before === 'string' ? before : before[0]} />
            ) : value.months ? (
              <CheckGroup {...text} name="value[]" options={value.months} defaultValue={typeof before === 'string' ? before.split(',') : before} />
            ) : (
              <TextField {...text} name="value" inputMode="numeric" width="short" defaultValue={typeof before === 'string' ? before : before[0]} />
            )}
          </>
        )
      }}
    />
  )
}
