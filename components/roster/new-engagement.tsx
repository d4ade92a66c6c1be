import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { typedBefore } from '@/components/procedure/drafts'
import type { WordedField } from '@/components/procedure/step-fields'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewEngagementView } from '@/lib/roster/loaders/roster'

/** A question, its files and a day: from the case. */
export async function NewEngagement({ view: { caseFile, experts } }: { view: NewEngagementView }) {
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const words = await getTranslations('engagement.fields')
  const domain = await getTranslations('domains')
  const typed = await typedBefore('engagement.ask', null)
  const mine = typed.caseId === caseFile.id ? typed : {}
  const field = (name: string, input: WordedField['input'], required: boolean, options: WordedField['options'] = []): WordedField => ({
    name, input, required, options, value: mine[name], label: words(`${name}.label` as never), help: words.has(`${name}.help` as never) ? words(`${name}.help` as never) : undefined,
  })
  const files = caseFile.evidence.flatMap(({ fileId, title }) => (fileId ? [{ value: fileId, label: title }] : []))
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: caseFile.title, href: `/cases/${caseFile.id}` }, { label: t('askExpert') }]} />
      <PageHead title={t('askExpert')} purpose={t('askPurpose')} />
      <div className="max-w-3xl">
        <GroupedForm
          target={{ step: 'engagement.ask', id: null, version: null, requestId: randomUUID() }}
          words={await stepWords('engagement', 'ask')}
          groups={[{
            key: 'ask', title: caseFile.title, hidden: { caseId: caseFile.id },
            fields: [
              field('appointmentId', 'select', true, experts.map(({ id, personName, post, domain: key, speciality }) => ({ value: id, label: `${domain(key as never)} · ${personName} ${post} · ${speciality}` }))),
              field('question', 'long', true), ...(files.length > 0 ? [field('fileIds', 'checkbox', false, files)] : []), field('untilOn', 'date', true),
            ],
          }]}
        />
      </div>
    </Page>
  )
}
