import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { filterLabels } from '@/components/shell/labels'
import { PageHead } from '@/components/ui/page-head'
import { FilterBar } from '@/components/ui/filter-bar'
import { Columns, Page } from '@/components/ui/section'
import type { loadHandovers } from '@/lib/handovers/loaders'
import { AbsenceSection, DelegationSection } from './acting-sections'
import { MadeSection, StaffSection } from './staff-sections'

type HandoverData = Awaited<ReturnType<typeof loadHandovers>>

export async function HandoversPage({ data }: { data: HandoverData }) {
  const t = await getTranslations('handovers')
  const roleWords = await getTranslations('identity.roles')
  const { actor, unit, units, staff, steps, from, day } = data
  const people = staff.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))
  const options = { people, roles: data.delegable.map((role) => ({ value: role, label: roleWords(role) })) }
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      {units.length > 0 && (
        <FilterBar
          path="/handovers"
          query={{ unit: unit.id }}
          labels={await filterLabels()}
          fields={[{ name: 'unit', label: t('unit'), kind: 'select', empty: actor.unitName, options: units.map(({ id, name }) => ({ value: id, label: name })) }]}
        />
      )}
      <Columns
        main={
          <>
            <StaffSection data={data} />
            <AbsenceSection data={data} />
            <DelegationSection data={data} />
            <MadeSection data={data} />
          </>
        }
        aside={
          <>
            <StepPanel procedure="handover" steps={steps.handover} subject={null} options={options} defaults={{ make: { fromUserId: from ?? '' } }} />
            <StepPanel
              procedure="absence" steps={steps.absence} subject={null} options={options}
              defaults={{ record: { userId: from ?? (unit.id === actor.unitId ? actor.userId : ''), fromOn: day } }}
            />
            <StepPanel procedure="delegation" steps={steps.delegation} subject={null} options={options} defaults={{ give: { fromOn: day } }} />
          </>
        }
      />
    </Page>
  )
}
