'use client'

import { useActionState } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { Form, FormActions } from '@/components/ui/form'
import { TextField } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { showReporter } from '@/lib/clues/actions'

export type ReporterWords = Readonly<Record<
  'seen' | 'none' | 'name' | 'anonymous' | 'contact' | 'statement' | 'reason' | 'read' | 'pending' | 'noValue', string
>>

/** One look at who reported; what is shown is gone with the page. */
export function ReporterPanel({ clueId, words }: { clueId: string; words: ReporterWords }) {
  const [state, read] = useActionState(showReporter, {})
  const reporter = state.shown?.reporter
  return (
    <div className="flex flex-col gap-4">
      {state.shown && (
        <Notice live title={words.seen}>
          {reporter ? (
            <DescriptionList
              empty={words.noValue}
              facts={[
                { term: words.name, value: reporter.anonymous ? words.anonymous : reporter.name },
                { term: words.contact, value: reporter.contact },
                { term: words.statement, value: reporter.statement },
              ]}
            />
          ) : words.none}
        </Notice>
      )}
      <Form action={read} hidden={{ id: clueId }}>
        <TextField name="reason" label={words.reason} required error={state.message} />
        <FormActions>
          <SubmitButton pendingLabel={words.pending}>{words.read}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  )
}
