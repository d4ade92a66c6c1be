import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionItemTable } from '@/components/action-items/action-item-table'
import { PaperTables } from '@/components/cases/paper-tables'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { typedBefore } from '@/components/procedure/drafts'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import type { BulletinPageView } from '@/lib/bulletins/loaders'
import { readLines } from '@/lib/bulletins/rules/kinds'
import { progressOf } from '@/lib/bulletins/rules/period'
import { localDate } from '@/lib/platform/clock'
import { readDetails } from '@/lib/platform/details'
import { BulletinText } from './bulletin-text'
import { bulletinGroups } from './form-groups'
import { ReadBoard } from './read-board'
import { ReadingSaid, ReadingSteps } from './reading-part'

/** A bulletin: for the issuer with the board of who has read it, for a reader with its own reading. */
export async function BulletinPage({ view }: { view: BulletinPageView }) {
  const t = await getTranslations('bulletins')
  const common = await getTranslations('common')
  const kinds = await getTranslations('bulletinKinds')
  const states = await getTranslations('bulletin.states')
  const duties = await getTranslations('duties.bulletin')
  const { bulletin, kind, reading, units } = view
  const isIssuer = bulletin.issuerId === view.ownUnitId
  const name = kinds(`${kind.key}.name` as never)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/bulletins' }, { label: bulletin.number ?? name }]} />
      <PageHead
        number={[bulletin.number, name].filter(Boolean).join(' ')}
        title={bulletin.title}
        purpose={isIssuer ? t('issuerPurpose') : t('readerPurpose')}
        marks={<><Chip>{states(bulletin.status as 'draft')}</Chip>{bulletin.clocks.map((clock) => <ClockBadge key={clock.id} clock={clock} label={duties('issue')} />)}</>}
      />
      {kind.named && <Notice>{t('namedOnly')}</Notice>}
      <Columns
        main={
          <>
            {isIssuer && <IssuerSteps view={view} />}
            {reading && <ReadingSteps reading={reading} actorName={view.actorName} />}
            <BulletinText bulletin={bulletin} />
            {reading && <ReadingSaid reading={reading} people={view.people} />}
            <PlanOrTasks view={view} />
            {isIssuer && bulletin.readings.length > 0 && <ReadBoard view={view} />}
            <PaperTables papers={view.papers} inner={false} />
            <Section title={t('facts')}><DescriptionList facts={await factsOf(view)} empty={t('none')} /></Section>
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={units} /></Section>}
      />
    </Page>
  )
}

/** Lines of a plan with how much of it is done; tasks made of what readers said. */
async function PlanOrTasks({ view: { bulletin, kind, items, units } }: { view: BulletinPageView }) {
  const t = await getTranslations('bulletins')
  const lines = readLines(bulletin.lines)
  if (items.length > 0)
    return (
      <Section title={kind.lines ? t('plan') : t('tasks')} count={items.length} note={kind.lines ? t('progress', { percent: progressOf(items.map(({ status }) => status)) }) : undefined}>
        <ActionItemTable caption={t('tasks')} rows={items} units={units} empty={t('none')} />
      </Section>
    )
  if (lines.length === 0) return null
  return <Section title={t('plan')} count={lines.length}><ol className="flex list-decimal flex-col gap-1 pl-6">{lines.map(({ title, dueOn }) => <li key={`${title}${dueOn}`}>{title} {dueOn}</li>)}</ol></Section>
}

async function IssuerSteps({ view }: { view: BulletinPageView }) {
  const { bulletin, kind, steps, awaited, choices } = view
  const forms: Record<string, ReactNode> = {}
  if (choices && steps.some(({ key, blocked }) => key === 'edit' && blocked === null)) {
    const lines = readLines(bulletin.lines).flatMap(({ title, ownerId, dueOn }, at) => [[`lines.${at}.title`, title], [`lines.${at}.ownerId`, ownerId], [`lines.${at}.dueOn`, dueOn]] as const)
    const details = Object.entries(readDetails(bulletin.details)).map(([key, value]) => [`details.${key}`, value] as const)
    const values = {
      title: bulletin.title, content: bulletin.content, caseIds: bulletin.caseIds, readerUnitIds: bulletin.readerUnitIds, readerIds: bulletin.readerIds,
      ...Object.fromEntries(details), ...Object.fromEntries(lines), ...(await typedBefore('bulletin.edit', bulletin.id)),
    }
    forms.edit = (
      <GroupedForm
        target={{ step: 'bulletin.edit', id: bulletin.id, version: bulletin.version, requestId: randomUUID() }}
        words={await stepWords('bulletin', 'edit')}
        groups={await bulletinGroups(kind, choices, values, {}, false)}
      />
    )
  }
  return <StepPanel procedure="bulletin" steps={steps} subject={bulletin} awaited={awaited} forms={forms} options={{ readers: view.readers }} defaults={{ approve: { approver: view.signer } }} />
}

async function factsOf({ bulletin, units, people }: BulletinPageView) {
  const t = await getTranslations('bulletins')
  const given = (term: string, value: string | null | undefined) => (value ? [{ term, value }] : [])
  const readers = bulletin.readerIds.length > 0 ? bulletin.readerIds.map((id) => people[id]) : bulletin.readerUnitIds.map((id) => units[id])
  return [
    ...(bulletin.family ? [{ term: t('family'), value: <Link className="text-link" href={`/case-families/${bulletin.family.id}`}>{bulletin.family.title}</Link> }] : []),
    ...given(t('issuer'), units[bulletin.issuerId]), ...given(t('readers'), readers.filter(Boolean).join('、')), ...given(t('issuedOn'), bulletin.issuedOn && localDate(bulletin.issuedOn)),
    ...given(t('approver'), bulletin.approver), ...given(t('innerOpinion'), bulletin.innerOpinion), ...given(t('closedOn'), bulletin.closedOn && localDate(bulletin.closedOn)), ...given(t('closingNote'), bulletin.closingNote),
  ]
}
