import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { CaseView } from '@/lib/cases/loaders'
import { shownState } from '@/lib/letters/rules'
import { localDate } from '@/lib/platform/clock'

/** 函件 about the case: who wrote to whom, when it was sent and when it was answered. */
export async function CaseLetters({ view: { correspondence, unitId } }: { view: CaseView }) {
  const t = await getTranslations('letters')
  const kinds = await getTranslations('letterKinds')
  const states = await getTranslations('letter.states')
  if (correspondence.length === 0) return null
  return (
    <Section title={t('ofCase')} count={correspondence.length}>
      <Table
        caption={t('ofCaseCaption')}
        rows={correspondence}
        rowKey={({ id }) => id}
        href={({ id }) => `/letters/${id}`}
        columns={[
          { key: 'title', head: t('name'), cell: ({ title, number }) => [number, title].filter(Boolean).join(' ') },
          { key: 'kind', head: t('kind'), cell: ({ kind }) => kinds(`${kind}.name` as never), nowrap: true },
          { key: 'between', head: t('between'), cell: ({ senderName, receiverName }) => `${senderName} → ${receiverName}` },
          { key: 'state', head: t('state'), cell: ({ status, receiverId }) => <Chip>{states(shownState(status, receiverId === unitId ? 'receiver' : 'other') as never)}</Chip>, nowrap: true },
          { key: 'issued', head: t('facts.issuedOn'), cell: ({ issuedOn }) => (issuedOn ? localDate(issuedOn) : '—'), nowrap: true },
          { key: 'answered', head: t('answered'), cell: ({ answeredOn }) => (answeredOn ? localDate(answeredOn) : t('notYet')), nowrap: true },
        ]}
      />
    </Section>
  )
}
