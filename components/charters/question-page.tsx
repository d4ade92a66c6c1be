import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { AskingView, QuestionView } from '@/lib/charters/loaders'
import { articleOptions } from './choices'

export async function Asking({ view: { charter, steps } }: { view: AskingView }) {
  const t = await getTranslations('charters')
  const common = await getTranslations('common')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/charters' }, { label: charter.title, href: `/charters/${charter.id}` }, { label: t('ask') }]} />
      <PageHead title={t('ask')} purpose={t('askPurpose')} />
      <div className="max-w-3xl">
        <StepPanel
          procedure="charterQuestion" steps={steps} subject={null} defaults={{ ask: { charterId: charter.id } }}
          options={{ charters: [{ value: charter.id, label: charter.title }], provisions: articleOptions(charter.provisions) }}
        />
      </div>
    </Page>
  )
}

/** One question, one answer, open to everybody the text binds. */
export async function QuestionPage({ view: { question, steps, timeLine, units } }: { view: QuestionView }) {
  const t = await getTranslations('charters')
  const common = await getTranslations('common')
  const [provision] = question.charter.provisions
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/charters' }, { label: question.charter.title, href: `/charters/${question.charter.id}` }, { label: t('question') }]} />
      <PageHead title={question.title} marks={<Chip>{t(`questionStates.${question.status as 'asked'}`)}</Chip>} />
      <Columns
        main={
          <>
            <StepPanel procedure="charterQuestion" steps={steps} subject={question} defaults={{ propose: { answer: question.answer } }} />
            <Section title={t('facts.title')}>
              <DescriptionList empty="—" facts={[
                ...(provision ? [{ term: provision.article, value: provision.text }] : []),
                { term: t('facts.question'), value: question.question },
                { term: t('facts.asker'), value: units[question.askedByUnitId], note: localDate(question.askedOn) },
                { term: t(question.status === 'agreed' ? 'facts.answer' : 'facts.proposedAnswer'), value: question.answer },
                { term: t('facts.interpreters'), value: <Interpreters question={question} units={units} /> },
                ...(question.agreedOn ? [{ term: t('facts.agreedOn'), value: localDate(question.agreedOn) }] : []),
              ]} />
              <p><Link className="text-link" href={`/charters/${question.charter.id}`}>{question.charter.title}</Link></p>
            </Section>
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={timeLine} unitNames={units} /></Section>}
      />
    </Page>
  )
}

async function Interpreters({ question, units }: Pick<QuestionView, 'question' | 'units'>) {
  const t = await getTranslations('charters')
  return <ul>{question.interpreterIds.map((id) => <li key={id}>{units[id]} {question.agreedUnitIds.includes(id) ? t('facts.agrees') : t('facts.waits')}</li>)}</ul>
}
