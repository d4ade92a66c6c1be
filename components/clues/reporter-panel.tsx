'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { Form, FormActions } from '@/components/ui/form'
import { TextField } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { showReporter } from '@/lib/clues/actions'

/** One look at who reported; what is shown is gone with the page. */
export function ReporterPanel({ clueId }: { clueId: string }) {
  const t = useTranslations('clues')
  const common = useTranslations('common')
  const [state, read] = useActionState(showReporter, {})
  const reporter = state.shown?.reporter
  return (
    <div className="flex flex-col gap-4">
      {state.shown && (
        <Notice live title={t('reporter.seen')}>
          {reporter ? (
            <DescriptionList
              empty={t('noValue')}
              facts={[
                { term: t('reporter.name'), value: reporter.anonymous ? t('reporter.anonymous') : reporter.name },
                { term: t('reporter.contact'), value: reporter.contact },
                { term: t('reporter.statement'), value: reporter.statement },
              ]}
            />
          ) : t('reporter.none')}
        </Notice>
      )}
      <Form action={read} hidden={{ id: clueId }}>
        <TextField name="reason" label={t('reporter.reason')} required error={state.message} />
        <FormActions>
          <SubmitButton pendingLabel={common('form.pending')}>{t('reporter.read')}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  )
}
