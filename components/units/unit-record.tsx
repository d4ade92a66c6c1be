import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Panel, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { NumberTable } from '@/components/settings/number-table'
import { today } from '@/lib/platform/clock'
import { watchingKinds } from '@/lib/units/schema'
import type { loadUnit } from '@/lib/units/loaders'

export async function UnitRecord({ view }: { view: Awaited<ReturnType<typeof loadUnit>> }) {
  const t = await getTranslations('units')
  const common = await getTranslations('common')
  const { unit, users, posts, eligible, relations, names, superiors, numbers, steps } = view
  const gap = unit.active && !watchingKinds.includes(unit.kind as never) && !posts.some(({ rank, serves }) => rank === 'main' && serves)
  const person = ({ id, name, post }: { id: string; name: string; post: string }) => ({ value: id, label: `${name} ${post}` })
  const serving = posts.filter(({ toOn }) => toOn === null).map(({ userId, name, rank }) => ({ value: userId, label: `${name} ${t(`liaisons.${rank}`)}` }))
  const choices = superiors.filter(({ id }) => id !== unit.id).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/admin/units' }, { label: unit.shortName }]} />
      <PageHead title={unit.name} marks={<Chip>{t(unit.active ? 'active' : 'closed')}</Chip>} />
      <Columns
        main={
          <>
            <Panel>
              <DescriptionList
                empty={common('form.noValue')}
                facts={[
                  { term: t('facts.shortName'), value: unit.shortName },
                  { term: t('facts.numberCode'), value: unit.numberCode },
                  { term: t('facts.kind'), value: t(`kinds.${unit.kind}` as never) },
                  { term: t('facts.form'), value: unit.agencyForm && t(`forms.${unit.agencyForm}` as never) },
                  { term: t('facts.parent'), value: unit.parentId && names[unit.parentId] },
                  { term: t('facts.address'), value: unit.address },
                ]}
              />
            </Panel>
            <Section title={t('superiors.title')} note={t('superiors.note')}>
              <Table
                caption={t('superiors.title')}
                rows={relations}
                rowKey={(row) => `${row.line}${row.fromOn}`}
                empty={<p className="text-muted">{t('superiors.none')}</p>}
                columns={[
                  { key: 'name', head: t('superiors.name'), cell: (row) => names[row.superiorId] ?? '' },
                  { key: 'line', head: t('superiors.line'), cell: (row) => (t.has(`lines.${row.line}` as never) ? t(`lines.${row.line}` as never) : t('lines.administrative')) },
                  { key: 'from', head: t('superiors.from'), cell: (row) => row.fromOn, nowrap: true },
                  { key: 'to', head: t('superiors.to'), cell: (row) => row.toOn ?? t('superiors.openEnd'), nowrap: true },
                ]}
              />
            </Section>
            <Section title={t('liaisons.title')} note={t('liaisons.note')}>
              {gap && <Notice icon="warning">{t('liaisons.gapNote')}</Notice>}
              <Table
                caption={t('liaisons.title')}
                rows={posts}
                rowKey={(row) => row.id}
                empty={<p className="text-muted">{t('liaisons.none')}</p>}
                columns={[
                  { key: 'name', head: t('facts.person'), cell: (row) => row.name, nowrap: true },
                  { key: 'rank', head: t('liaisons.rank'), cell: (row) => t(`liaisons.${row.rank}`), nowrap: true },
                  { key: 'from', head: t('superiors.from'), cell: (row) => row.fromOn, nowrap: true },
                  { key: 'to', head: t('superiors.to'), cell: (row) => row.toOn ?? (row.serves ? t('superiors.openEnd') : t('liaisons.unable')), nowrap: true },
                ]}
              />
            </Section>
            <Section title={t('numbers')} note={t('numbersNote')} count={numbers.length}>
              <NumberTable numbers={numbers} caption={t('numbers')} />
            </Section>
            <Section title={t('people')} count={users.length}>
              <Table
                caption={t('people')}
                rows={users}
                rowKey={(row) => row.id}
                href={(row) => `/admin/users/${row.id}`}
                empty={<p className="text-muted">{t('noPeople')}</p>}
                columns={[
                  { key: 'login', head: t('facts.login'), cell: (row) => row.login, nowrap: true },
                  { key: 'name', head: t('facts.person'), cell: (row) => row.name, nowrap: true },
                  { key: 'post', head: t('facts.post'), cell: (row) => row.post },
                ]}
              />
            </Section>
          </>
        }
        aside={
          <StepPanel
            procedure="unit"
            heading="possible"
            steps={steps}
            subject={unit}
            options={{ superiors: choices, liaisons: eligible.map(person), posts: serving }}
            defaults={{
              nameLiaison: { fromOn: today(), rank: gap ? 'main' : 'deputy' },
              change: { name: unit.name, shortName: unit.shortName, numberCode: unit.numberCode ?? '', agencyForm: unit.agencyForm ?? '', parentId: unit.parentId ?? '', address: unit.address },
            }}
          />
        }
      />
    </Page>
  )
}
