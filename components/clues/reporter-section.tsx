import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { stepWords, wordedFields } from '@/components/procedure/step-words'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { ClueView } from '@/lib/clues/loaders'
import { reporterStep } from './clue-steps'
import { ReporterForm } from './reporter-form'
import { ReporterPanel, type ReporterWords } from './reporter-panel'

/** Who reported, kept apart from everything else: to record it once, and to look at it with a reason. */
export async function ReporterSection({ view: { clue, steps, mayReadReporter } }: { view: ClueView }) {
  const t = await getTranslations('clues')
  const names = await getTranslations('clue')
  const record = steps.find(({ key, blocked }) => key === reporterStep && blocked === null)
  if (!record && !mayReadReporter) return null
  return (
    <Section title={t('section.reporter')} note={t('reporter.note')}>
      {record && (
        <Disclosure summary={names('recordReporter.name')}>
          <ReporterForm
            target={{ step: record.name, id: clue.id, version: clue.version, requestId: randomUUID() }}
            words={await stepWords('clue', record.key)}
            fields={await wordedFields('clue', record.fields)}
          />
        </Disclosure>
      )}
      {mayReadReporter && <ReporterPanel clueId={clue.id} words={await reporterWords()} />}
    </Section>
  )
}

async function reporterWords(): Promise<ReporterWords> {
  const t = await getTranslations('clues')
  const common = await getTranslations('common')
  const of = (key: 'seen' | 'none' | 'name' | 'anonymous' | 'contact' | 'statement' | 'reason' | 'read') => t(`reporter.${key}`)
  return {
    seen: of('seen'), none: of('none'), name: of('name'), anonymous: of('anonymous'), contact: of('contact'), statement: of('statement'),
    reason: of('reason'), read: of('read'), pending: common('form.pending'), noValue: t('noValue'),
  }
}
