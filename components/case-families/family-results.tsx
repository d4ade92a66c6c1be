import { getTranslations } from 'next-intl/server'
import { ActionItemTable } from '@/components/action-items/action-item-table'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { hrefWith } from '@/components/ui/query'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { FamilyView } from '@/lib/case-families/loaders'
import { localDate } from '@/lib/platform/clock'

type View = { readonly view: FamilyView }

/** Level three: what came of it. */
export async function FamilyResults({ view }: View) {
  const t = await getTranslations('caseFamilies')
  const kinds = await getTranslations('undertakingKinds')
  const states = await getTranslations('undertaking.states')
  const { row, items, units, linked, choices } = view
  return (
    <>
      <Section id="system" title={t('systemTitle')} note={t('systemNote')}>
        <Section title={t('tasks')} count={items.length}><ActionItemTable caption={t('tasks')} rows={items} units={units} empty={<p className="text-muted">{t('noTasks')}</p>} /></Section>
        <Section title={t('linked')} count={linked.length}>
          <Table
            caption={t('linked')}
            rows={linked}
            rowKey={({ id }) => id}
            href={({ id }) => `/undertakings/${id}`}
            empty={<p className="text-muted">{t('noLinked')}</p>}
            columns={[
              { key: 'name', head: t('name'), cell: ({ title }) => title },
              { key: 'kind', head: t('kind'), cell: ({ kind }) => kinds(`${kind}.name` as never), nowrap: true },
              { key: 'owner', head: t('owner'), cell: ({ owner }) => owner, nowrap: true },
              { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{states(status as 'running')}</Chip>, nowrap: true },
              { key: 'outcome', head: t('outcome'), cell: ({ kind, outcome }) => (outcome ? kinds(`${kind}.outcomes.${outcome}` as never) : t('none')), nowrap: true },
            ]}
          />
          {row.status !== 'closed' && choices.begins.length > 0 && (
            <div className="flex flex-wrap items-center gap-2">
              <span className="text-sm text-muted">{t('begin')}</span>
              {choices.begins.map((kind) => <LinkButton key={kind} href={hrefWith('/undertakings/new', { kind, about: `caseFamily:${row.id}` })} icon="plus">{kinds(`${kind}.name` as never)}</LinkButton>)}
            </div>
          )}
        </Section>
        <Letters view={view} />
      </Section>
      <Closings view={view} />
    </>
  )
}

/** 函件 about its cases since it was formed. */
async function Letters({ view: { letters } }: View) {
  const t = await getTranslations('caseFamilies')
  const kinds = await getTranslations('letterKinds')
  if (letters.length === 0) return null
  return (
    <Section title={t('letters')} count={letters.length}>
      <Table
        caption={t('letters')}
        rows={letters}
        rowKey={({ id }) => id}
        href={({ id }) => `/letters/${id}`}
        columns={[
          { key: 'name', head: t('name'), cell: ({ number, title }) => [number, title].filter(Boolean).join(' ') },
          { key: 'kind', head: t('kind'), cell: ({ kind }) => kinds(`${kind}.name` as never), nowrap: true },
          { key: 'between', head: t('between'), cell: ({ sender, receiver }) => `${sender} → ${receiver}` },
          { key: 'answered', head: t('answeredOn'), cell: ({ answeredOn }) => (answeredOn ? localDate(answeredOn) : t('silent')), nowrap: true },
        ]}
      />
    </Section>
  )
}

/** Each closing as it stood on its day. */
async function Closings({ view: { closings, people } }: View) {
  const t = await getTranslations('caseFamilies')
  const results = await getTranslations('caseFamily.values.result')
  if (closings.length === 0) return null
  return (
    <Section title={t('closings')} note={t('settledAnew')}>
      {closings.map(({ id, result, finding, cases, verified, openReason, closedById, closedOn, reopenedOn, reopenReason }) => (
        <DescriptionList
          key={id}
          facts={[
            { term: t('result'), value: results(result as 'dropped') }, { term: t('finding'), value: finding }, { term: t('closedWith'), value: t('verifiedOf', { verified, count: cases }) },
            ...(openReason ? [{ term: t('openReason'), value: openReason }] : []), { term: t('closedOn'), value: localDate(closedOn), note: people[closedById] },
            ...(reopenedOn ? [{ term: t('reopened'), value: localDate(reopenedOn), note: reopenReason }] : []),
          ]}
          empty={t('none')}
        />
      ))}
    </Section>
  )
}
