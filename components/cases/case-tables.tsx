import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { CaseView } from '@/lib/cases/loaders'
import { localDate } from '@/lib/platform/clock'

/** 办案组: who handles the case now, and who did. */
export async function TeamTable({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const roles = await getTranslations('case.values.role')
  return (
    <Section title={t('team')}>
      <Table
        caption={t('team')}
        rows={view.caseFile.members}
        rowKey={({ userId }) => userId}
        columns={[
          { key: 'member', head: t('member'), cell: ({ userId }) => view.people[userId] ?? '—' },
          { key: 'role', head: t('role'), cell: ({ role }) => roles(role as never) },
          { key: 'from', head: t('from'), cell: ({ fromOn }) => localDate(fromOn), nowrap: true },
          { key: 'to', head: t('to'), cell: ({ toOn }) => (toOn ? localDate(toOn) : '—'), nowrap: true },
        ]}
      />
    </Section>
  )
}

/** Cases against other agencies from the same clue. */
export async function LinkedCases({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const states = await getTranslations('case.states')
  if (view.linked.length === 0) return null
  return (
    <Section title={t('linked')} count={view.linked.length}>
      <Table
        caption={t('linked')}
        rows={view.linked}
        rowKey={({ id }) => id}
        href={({ id }) => `/cases/${id}`}
        columns={[
          { key: 'number', head: t('number'), cell: ({ number }) => number, nowrap: true },
          { key: 'title', head: t('title'), cell: ({ title }) => title },
          { key: 'agency', head: t('agency'), cell: ({ agencyId }) => view.units[agencyId] ?? '—' },
          { key: 'stage', head: t('stage'), cell: ({ stage }) => <Chip>{states(stage as never)}</Chip>, nowrap: true },
        ]}
      />
    </Section>
  )
}

export async function LookBackTable({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const states = await getTranslations('lookBack.states')
  const { lookBacks } = view.caseFile
  if (lookBacks.length === 0) return null
  return (
    <Section title={t('lookBacks')} count={lookBacks.length}>
      <Table
        caption={t('lookBacks')}
        rows={lookBacks}
        rowKey={({ id }) => id}
        href={({ id }) => `/look-backs/${id}`}
        columns={[
          { key: 'planned', head: t('plannedOn'), cell: ({ plannedOn }) => localDate(plannedOn), nowrap: true },
          { key: 'done', head: t('doneOn'), cell: ({ doneOn }) => (doneOn ? localDate(doneOn) : '—'), nowrap: true },
          { key: 'result', head: t('result'), cell: ({ status }) => <Chip>{states(status as never)}</Chip>, nowrap: true },
        ]}
      />
    </Section>
  )
}
