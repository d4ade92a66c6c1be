import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FileTable } from '@/components/files/file-table'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { typedBefore } from '@/components/procedure/drafts'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { listComma } from '@/components/ui/list-comma'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { PowerView } from '@/lib/powers/loaders'
import { reviseGroups, settleGroups } from './form-groups'
import { Citations } from './citations'
import { Doubts } from './doubts'
import { powerState } from './state'

type View = { readonly view: PowerView }

/** One entry in one version: the duty as it can be quoted, since when, and who doubts it. */
export async function PowerPage({ view }: View) {
  const t = await getTranslations('powers')
  const common = await getTranslations('common')
  const stateOf = await powerState()
  const { item, units, inForce, today, files } = view
  const begins = localDate(item.fromOn)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/powers' }, { label: t('entry') }]} />
      <PageHead
        number={units[item.unitId]}
        title={item.matter}
        purpose={t('entryPurpose')}
        marks={<><Chip>{stateOf(item, today)}</Chip>{item.clocks.filter(({ status }) => status === 'running').map((clock) => <ClockBadge key={clock.id} clock={clock} />)}</>}
      />
      <Columns
        main={
          <>
            {!inForce && <Notice>{item.status === 'takenBack' ? t('takenBack') : begins > today ? t('notYet', { from: begins }) : t('notInForce')}</Notice>}
            {inForce && item.status === 'doubted' && <Notice>{t('inDoubt')}</Notice>}
            <StepPanel
              procedure="powerItem" steps={view.steps} subject={item} awaited={view.awaited} options={{ bearers: view.bearers }} defaults={{ end: { lastOn: today } }} forms={await formsOf(view)}
            />
            <Section title={t('facts')}><DescriptionList facts={await factsOf(view)} empty={t('none')} /></Section>
            <Doubts view={view} />
            <Citations view={view} />
            {files.length > 0 && <FileTable title={t('files')} files={files} empty={t('noFiles')} />}
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={units} /></Section>}
      />
    </Page>
  )
}

async function formsOf({ item, steps, today }: PowerView): Promise<Record<string, ReactNode>> {
  const { id, version, matter, role, powers, duty, basis, source, toOn } = item
  const written = { matter, role, powers, duty, basis: basis.join('\n'), source: source ?? '', toOn: toOn ? localDate(toOn) : '' }
  const forms: Record<string, ReactNode> = {}
  for (const key of ['revise', 'settle', 'settleOnPaper'] as const) {
    if (!steps.some((step) => step.key === key)) continue
    const typed = await typedBefore(`powerItem.${key}`, id)
    forms[key] = (
      <GroupedForm
        target={{ step: `powerItem.${key}`, id, version, requestId: randomUUID() }}
        words={await stepWords('powerItem', key)}
        groups={key === 'revise' ? await reviseGroups({ ...written, fromOn: today, ...typed }) : await settleGroups(typed, key === 'settleOnPaper')}
      />
    )
  }
  return forms
}

async function factsOf({ item, units }: PowerView): Promise<Fact[]> {
  const t = await getTranslations('powers')
  const values = await getTranslations('powerItem.values')
  const domains = await getTranslations('domains')
  const comma = await listComma()
  const [from, to] = [localDate(item.fromOn), item.toOn && localDate(item.toOn)]
  const version = (of: { readonly id: string; readonly fromOn: Date }) => <Link className="text-link" href={`/powers/${of.id}`}>{t('versionFrom', { from: localDate(of.fromOn) })}</Link>
  return [
    { term: t('unit'), value: units[item.unitId] }, { term: t('domain'), value: domains(item.domain as never) }, { term: t('role'), value: values(`role.${item.role as 'lead'}`) },
    { term: t('powers'), value: item.powers.map((kind) => values(`powers.${kind as 'other'}`)).join(comma) }, { term: t('duty'), value: item.duty }, { term: t('basis'), value: item.basis.join('\n') },
    { term: t('source'), value: item.source }, { term: t('days'), value: item.status === 'takenBack' ? t('daysNone', { from }) : to ? t('daysClosed', { from, to }) : t('daysOpen', { from }), note: item.status === 'takenBack' ? item.endReason : undefined },
    ...(item.endGround ? [{ term: t('endGround'), value: values(`ground.${item.endGround as 'revised'}`), note: item.endReason }] : []),
    ...(item.predecessor ? [{ term: t('previous'), value: version(item.predecessor) }] : []), ...(item.successor ? [{ term: t('next'), value: version(item.successor) }] : []),
    { term: t('registeredBy'), value: units[item.registeredByUnitId] },
  ]
}
