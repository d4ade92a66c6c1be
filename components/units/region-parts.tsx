import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Fragment } from 'react'
import { StepPanel } from '@/components/procedure/step-panel'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { listComma } from '@/components/ui/list-comma'
import { Table } from '@/components/ui/table'
import type { loadRegion } from '@/lib/units/loaders'

export type RegionView = Awaited<ReturnType<typeof loadRegion>>

type Props = { view: RegionView }

export async function RegionPart({ view: { region, parentName, steps } }: Props) {
  const t = await getTranslations('units')
  const common = await getTranslations('common')
  return (
    <>
      <DescriptionList
        empty={common('form.noValue')}
        facts={[
          { term: t('regions.code'), value: region.code },
          { term: t('regions.name'), value: region.name },
          { term: t('facts.shortName'), value: region.shortName },
          { term: t('regions.parent'), value: parentName ?? t('course.topmost') },
        ]}
      />
      <Disclosure summary={t('regions.change')}>
        <StepPanel
          procedure="region" heading="possible" steps={steps.filter(({ key }) => key === 'change')} subject={{ id: region.code, version: region.version }}
          defaults={{ change: { name: region.name, shortName: region.shortName } }}
        />
      </Disclosure>
    </>
  )
}

export async function OfficePart({ view }: Props) {
  const t = await getTranslations('units')
  const common = await getTranslations('common')
  const { region, office, officeRecord: unit, officeSteps, above, superiorNamed, superiors, createUnit } = view
  if (!office || !unit) {
    return <StepPanel procedure="unit" steps={createUnit} subject={null} options={regionOption(view)} defaults={{ create: { regionCode: region.code, kind: 'procuratorate', name: t('course.officeName', { region: region.name }) } }} />
  }
  const steps = officeSteps.filter(({ key }) => (key === 'change' && !unit.numberCode) || (key === 'nameSuperior' && above !== null && !superiorNamed))
  return (
    <>
      <DescriptionList
        empty={common('form.noValue')}
        facts={[
          { term: t('facts.name'), value: <Link className="text-link" href={`/admin/units/${unit.id}`}>{unit.name}</Link> },
          { term: t('facts.numberCode'), value: unit.numberCode },
          ...(above ? [{ term: t('superiors.name'), value: superiorNamed ? above.name : t('superiors.none') }] : []),
        ]}
      />
      {steps.length > 0 && (
        <StepPanel
          procedure="unit" steps={steps} subject={unit} options={{ superiors: superiors.map(({ id, name }) => ({ value: id, label: name })) }}
          defaults={{
            change: { name: unit.name, shortName: unit.shortName, agencyForm: unit.agencyForm ?? '', parentId: unit.parentId ?? '', address: unit.address },
            nameSuperior: { superiorId: above?.id ?? '', line: 'procuratorial' },
          }}
        />
      )}
    </>
  )
}

const regionOption = ({ region }: RegionView) => ({ regions: [{ value: region.code, label: region.name }], superiors: [] })

export async function BodiesPart({ view }: Props) {
  const t = await getTranslations('units')
  const comma = await listComma()
  const { region, others, createUnit, withoutCode, superiors } = view
  const kinds = [...new Set(others.map(({ kind }) => kind))]
  return (
    <>
      {others.length > 0 && (
        <p>
          {kinds.map((kind) => t('course.bodiesOf', { kind: t(`kinds.${kind}`), count: others.filter((each) => each.kind === kind).length })).join(comma)}
          {' · '}
          <Link className="text-link" href={`/admin/units?region=${region.code}`}>{t('course.allBodies')}</Link>
        </p>
      )}
      {withoutCode.length > 0 && <p className="text-sm text-muted">{t('course.withoutCode', { units: withoutCode.map(({ shortName }) => shortName).join('、') })}</p>}
      <div className="flex flex-wrap gap-2"><LinkButton href="/admin/imports" icon="upload">{t('course.import')}</LinkButton></div>
      {createUnit.length > 0 && (
        <Disclosure summary={t('create')}>
          <StepPanel
            procedure="unit" steps={createUnit} subject={null} defaults={{ create: { regionCode: region.code } }}
            options={{ ...regionOption(view), superiors: superiors.map(({ id, name }) => ({ value: id, label: name })) }}
          />
        </Disclosure>
      )}
    </>
  )
}

export async function PeoplePart({ view: { region, others, withoutLiaison, onPaper } }: Props) {
  const t = await getTranslations('units')
  return (
    <>
      {withoutLiaison.length > 0 && (
        <p>
          {t('course.withoutLiaison')}
          {withoutLiaison.map(({ id, shortName }, index) => (
            <Fragment key={id}>{index > 0 && '、'}<Link className="text-link" href={`/admin/units/${id}`}>{shortName}</Link></Fragment>
          ))}
        </p>
      )}
      {onPaper.length > 0 && <p className="text-sm text-muted">{t('course.onPaper', { units: onPaper.map(({ shortName }) => shortName).join('、') })}</p>}
      {others.length > 0 && (
        <Disclosure summary={t('course.peopleTable')}>
          <Table
            caption={t('course.peopleTable')} rows={others} rowKey={(row) => row.id} href={(row) => `/admin/units/${row.id}`}
            columns={[
              { key: 'name', head: t('facts.name'), cell: (row) => row.shortName },
              { key: 'kind', head: t('facts.kind'), cell: (row) => t(`kinds.${row.kind}`), nowrap: true },
              { key: 'people', head: t('facts.people'), cell: (row) => row.people, align: 'end' },
            ]}
          />
        </Disclosure>
      )}
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/admin/users/new" icon="plus">{t('course.account')}</LinkButton>
        <LinkButton href={`/admin/users?region=${region.code}`} icon="people">{t('course.accounts')}</LinkButton>
        <LinkButton href="/admin/imports" icon="upload">{t('course.import')}</LinkButton>
      </div>
    </>
  )
}

export async function OpenPart({ view: { region, gaps, steps } }: Props) {
  const t = await getTranslations('units.course')
  if (region.status === 'active') return <p>{t('openedBody')}</p>
  const open = steps.filter(({ key }) => key === 'open')
  if (gaps.length > 0) return <p className="text-muted">{t('notYet')}</p>
  return open.length === 0 ? <p className="text-muted">{t('bySystem')}</p> : <StepPanel procedure="region" steps={open} subject={{ id: region.code, version: region.version }} />
}
