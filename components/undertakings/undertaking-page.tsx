import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionItemTable } from '@/components/action-items/action-item-table'
import { FileTable } from '@/components/files/file-table'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { recordPaths } from '@/components/shell/record-paths'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Steps } from '@/components/ui/steps'
import { localDate } from '@/lib/platform/clock'
import { readDetails } from '@/lib/platform/details'
import type { UndertakingView } from '@/lib/undertakings/loaders'
import { Entries, Parts, Targets } from './log-sections'
import { DrawnFiles, Ratings } from './review-sections'
import { UndertakingSteps } from './undertaking-steps'

type View = { readonly view: UndertakingView }

/** One undertaking: the plan, who takes part, what was done, and how it ended. */
export async function UndertakingPage({ view }: View) {
  const t = await getTranslations('undertakings')
  const common = await getTranslations('common')
  const kinds = await getTranslations('undertakingKinds')
  const states = await getTranslations('undertaking.states')
  const { row, kind, clocks, files, items, names } = view
  const end = await endFacts(view)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/undertakings' }, { label: kinds(`${kind.key}.name` as never) }]} />
      <PageHead
        number={kinds(`${kind.key}.name` as never)}
        title={row.title}
        purpose={kinds(`${kind.key}.help` as never)}
        marks={<><Chip>{states(row.status as 'running')}</Chip>{clocks.filter(({ status }) => status === 'running').map((clock) => <ClockBadge key={clock.id} clock={clock} />)}</>}
      />
      <Columns
        main={
          <>
            <Stages view={view} />
            <UndertakingSteps view={view} />
            <Section title={t('facts')}><DescriptionList facts={await planFacts(view)} empty={t('none')} /></Section>
            {end.length > 0 && <Section title={t('end')}><DescriptionList facts={end} empty={t('none')} /></Section>}
            <Ratings view={view} />
            <Targets view={view} />
            <DrawnFiles view={view} />
            <Parts view={view} />
            <Entries view={view} />
            <Section title={t('tasks')} count={items.length}>
              <ActionItemTable caption={t('tasks')} rows={items} units={names} empty={<p className="text-muted">{t('noTasks')}</p>} />
            </Section>
            <FileTable title={t('files')} files={files} empty={t('noFiles')} />
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={names} /></Section>}
      />
    </Page>
  )
}

/** The entries the end wants, in order: which are there. */
async function Stages({ view: { row, kind, entries } }: View) {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const wanted = kind.entries.filter(({ key, needs }) => needs !== null || kind.end.needs.includes(key))
  if (wanted.length === 0 || row.status === 'draft') return null
  const there = wanted.map(({ key }) => entries.some((entry) => entry.kind === key))
  const current = there.indexOf(false)
  return (
    <Steps
      label={t('stages')}
      done={t('done')}
      steps={wanted.map(({ key }, index) => ({ label: kinds(`${kind.key}.entries.${key}.name` as never), state: there[index] ? 'done' : index === current ? 'current' : 'ahead' }))}
    />
  )
}

const given = <Value,>(term: string, value: Value | null | undefined, shown: (value: Value) => ReactNode = (each) => each as ReactNode): Fact[] =>
  value === null || value === undefined || value === '' ? [] : [{ term, value: shown(value) }]

async function detailFacts({ kind }: UndertakingView, part: 'fields' | 'endFields', kept: unknown): Promise<Fact[]> {
  const kinds = await getTranslations('undertakingKinds')
  const details = readDetails(kept)
  return (part === 'fields' ? kind.fields : kind.end.fields).flatMap(({ key, input }) =>
    given(kinds(`${kind.key}.${part}.${key}` as never), details[key], (value) => (input === 'season' ? kinds(`seasons.${value}` as never) : value)))
}

async function planFacts(view: UndertakingView): Promise<Fact[]> {
  const t = await getTranslations('undertakings')
  const { row, names } = view
  return [
    { term: t('owner'), value: names[row.ownerId] ?? '' }, { term: t('content'), value: row.content }, ...(await detailFacts(view, 'fields', row.details)),
    ...(row.startsOn && row.endsOn ? [{ term: t('period'), value: `${localDate(row.startsOn)} — ${localDate(row.endsOn)}` }] : []),
    ...view.about.map(({ type, id, title }) => ({ term: t('about'), value: <Link className="text-link" href={`${recordPaths[type]!}/${id}`}>{title}</Link> })),
    ...given(t('fromMeeting'), row.meetingId, (id) => <Link className="text-link" href={`/meetings/${id}`}>{row.meetingTitle}</Link>),
    ...given(t('begunOn'), row.begunOn, localDate), ...given(t('noInviteReason'), row.noInviteReason),
    ...given(t('raisedTo'), row.boardId, (id) => names[id] ?? ''), ...given(t('raisedOn'), row.raisedOn, localDate), ...given(t('raisedReason'), row.raisedReason),
  ]
}

async function endFacts(view: UndertakingView): Promise<Fact[]> {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const { row, kind } = view
  return [
    ...given(t('outcome'), row.outcome, (key) => kinds(`${kind.key}.outcomes.${key}` as never)), ...given(t('report'), row.report), ...(await detailFacts(view, 'endFields', row.endDetails)),
    ...given(t('openReason'), row.openReason), ...given(t('closedOn'), row.closedOn, localDate), ...given(t('revisitedOn'), row.revisitedOn, localDate), ...given(t('revisit'), row.revisit),
  ]
}
