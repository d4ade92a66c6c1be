import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { MeetingView } from '@/lib/meetings/loaders/meeting'

type Row = MeetingView['attendances'][number]
type Fields = Pick<Row, 'post' | 'personName' | 'standInPost' | 'standInName'>

const person = ({ personName, post }: Fields) => [personName, post].filter(Boolean).join(' ') || '—'
const standIn = ({ standInName, standInPost }: Fields) => [standInName, standInPost].filter(Boolean).join(' ') || '—'

/** A member answers for its own unit; the desk sees all of them, with what they said beforehand. */
export async function MemberSections({ view }: { view: MeetingView }) {
  const t = await getTranslations('meetings')
  const { attendances, meeting, units, ownUnitId } = view
  const own = attendances.find(({ unitId }) => unitId === ownUnitId)
  return (
    <>
      {own && <section id="own"><Own row={own} title={t('own')} /></section>}
      {meeting.desk && attendances.length > 0 && (
        <Section title={t('members')} count={attendances.length}>
          <Table
            caption={t('members')}
            rows={attendances}
            rowKey={({ id }) => id}
            columns={[
              { key: 'unit', head: t('unit'), cell: ({ unitId }) => units[unitId] ?? '', nowrap: true },
              { key: 'person', head: t('person'), cell: person },
              { key: 'standIn', head: t('standIn'), cell: standIn },
              { key: 'state', head: t('attendance'), cell: (row) => <State row={row} />, nowrap: true },
              { key: 'came', head: t('came'), cell: ({ cameName, absenceReason }) => cameName ?? absenceReason ?? '—' },
            ]}
          />
          <Opinions view={view} />
          <OnBehalf rows={attendances.filter(({ unitId }) => unitId !== ownUnitId)} units={units} />
        </Section>
      )}
    </>
  )
}

async function State({ row }: { row: Row }) {
  const t = await getTranslations('attendance.states')
  return <Chip>{t(row.status as 'invited')}</Chip>
}

const defaultsOf = (row: Fields) => {
  const known = Object.fromEntries(Object.entries({ post: row.post, personName: row.personName, standInPost: row.standInPost, standInName: row.standInName }).filter((each): each is [string, string] => each[1] !== null))
  return { rename: known }
}

async function Own({ row, title }: { row: Row; title: string }) {
  const t = await getTranslations('meetings')
  return (
    <Section title={title} actions={<State row={row} />}>
      {row.personName && <p>{t('person')}：{person(row)}{row.standInName && `；${t('standIn')}：${standIn(row)}`}</p>}
      {row.opinion && <p className="whitespace-pre-wrap">{t('opinion')}：{row.opinion}</p>}
      {row.opinionAnswer && <p className="whitespace-pre-wrap">{t('opinionAnswer')}：{row.opinionAnswer}</p>}
      <StepPanel procedure="attendance" steps={row.steps.filter(({ key }) => key !== 'answerOpinion')} subject={row} defaults={defaultsOf(row)} />
    </Section>
  )
}

/** Opinions with their answers, those without one first to be written. */
async function Opinions({ view: { attendances, units } }: { view: MeetingView }) {
  const t = await getTranslations('meetings')
  const given = attendances.filter(({ opinion }) => opinion !== null)
  if (given.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-medium">{t('opinions')}</h3>
      {given.map((row) => (
        <div key={row.id} className="flex flex-col gap-2 border-t border-line pt-2">
          <p className="whitespace-pre-wrap"><strong>{units[row.unitId]}</strong>：{row.opinion}</p>
          {row.opinionAnswer && <p className="whitespace-pre-wrap text-muted">{t('opinionAnswer')}：{row.opinionAnswer}</p>}
          <StepPanel procedure="attendance" steps={row.steps.filter(({ key }) => key === 'answerOpinion')} subject={row} />
        </div>
      ))}
    </div>
  )
}

/** What a unit without an account said by telephone. */
async function OnBehalf({ rows, units }: { rows: readonly Row[]; units: Readonly<Record<string, string>> }) {
  const t = await getTranslations('attendance.name')
  const open = rows.filter(({ steps }) => steps.some(({ key }) => key === 'name'))
  return open.map((row) => (
    <Disclosure key={row.id} summary={`${units[row.unitId] ?? ''}：${t('name')}`}>
      <StepPanel procedure="attendance" steps={row.steps.filter(({ key }) => key === 'name')} subject={row} />
    </Disclosure>
  ))
}
