import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { typedBefore } from '@/components/procedure/drafts'
import { Due } from '@/components/procedure/due'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import type { GroupView } from '@/lib/roster/loaders/group'

type View = { readonly view: GroupView }

/** A leading group: its seats by rank, who holds each, and which wait for their body. */
export async function GroupPage({ view }: View) {
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const states = await getTranslations('leadingGroup.states')
  const { row, names, charter } = view
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/roster' }, { label: t('group') }]} />
      <PageHead title={row.name} purpose={t('groupPurpose')} marks={<Chip>{states(row.status as 'active')}</Chip>} />
      <Columns
        main={
          <>
            <GroupSteps view={view} />
            <Seats view={view} />
            <Section title={t('facts')}>
              <DescriptionList
                empty={t('none')}
                facts={[
                  { term: t('desk'), value: names[row.deskId] ?? '' }, { term: t('foundedOn'), value: localDate(row.foundedOn) },
                  ...(charter ? [{ term: t('charter'), value: charter.title }] : []),
                  ...(row.endedOn ? [{ term: t('endedOn'), value: localDate(row.endedOn) }, { term: t('endReason'), value: row.endReason ?? '' }] : []),
                ]}
              />
            </Section>
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={names} /></Section>}
      />
    </Page>
  )
}

/** First the seats; once some wait for their bodies, what comes next is theirs. */
async function GroupSteps({ view: { row, steps, units, seats } }: View) {
  const t = await getTranslations('roster')
  const fields = await getTranslations('leadingGroup.fields')
  const options = units.map(({ id, name }) => ({ value: id, label: name }))
  const typed = await typedBefore('leadingGroup.addMembers', row.id)
  const members = (
    <GroupedForm
      target={{ step: 'leadingGroup.addMembers', id: row.id, version: row.version, requestId: randomUUID() }}
      words={await stepWords('leadingGroup', 'addMembers')}
      groups={[{
        key: 'members', title: t('members'),
        fields: [
          { name: 'post', input: 'text', required: true, label: fields('post.label'), help: fields('post.help'), options: [], value: typed.post },
          { name: 'unitIds', input: 'checkbox', required: true, label: fields('unitIds.label'), options, value: typed.unitIds },
        ],
      }]}
    />
  )
  const arranged = seats.length === 0 ? steps : steps.map((step) => ({ ...step, aside: step.key !== 'remindOpen' || step.blocked !== null }))
  return <StepPanel procedure="leadingGroup" steps={arranged} subject={row} forms={{ addMembers: members }} options={{ units: options }} heading="possible" />
}

async function Seats({ view: { seats, open } }: View) {
  const t = await getTranslations('roster')
  const held = seats.filter(({ status }) => status !== 'abolished')
  return (
    <Section title={t('seats')} note={held.length > 0 ? t('seatsNote', { open: open.length, all: held.length }) : undefined}>
      <Table
        caption={t('seats')}
        rows={seats}
        rowKey={({ id }) => id}
        href={({ id }) => `/roster/seats/${id}`}
        empty={<p className="text-muted">{t('noSeats')}</p>}
        columns={[
          { key: 'post', head: t('post'), cell: ({ post }) => post },
          { key: 'rank', head: t('rank'), cell: ({ rank }) => t(`ranks.${rank}`), nowrap: true },
          { key: 'unit', head: t('unit'), cell: ({ unit }) => unit },
          { key: 'holder', head: t('holder'), cell: ({ holderName, status, onPaper }) => (status === 'open' ? <Chip icon="info">{t('vacant')}</Chip> : holderName ? `${holderName}${onPaper ? `（${t('onPaper')}）` : ''}` : t('none')) },
          { key: 'from', head: t('fromOn'), cell: ({ fromOn }) => (fromOn ? localDate(fromOn) : t('none')), nowrap: true },
          { key: 'clock', head: t('clock'), cell: ({ clock }) => (clock ? <Due clock={clock} /> : t('none')), nowrap: true },
          { key: 'reminded', head: t('remindedOn'), cell: ({ remindedOn }) => (remindedOn ? localDate(remindedOn) : t('none')), nowrap: true },
        ]}
      />
    </Section>
  )
}
