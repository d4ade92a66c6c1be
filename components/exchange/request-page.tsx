import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { FileTable } from '@/components/files/file-table'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { recordPaths } from '@/components/shell/record-paths'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import type { RequestView } from '@/lib/exchange/loaders'
import { localDate } from '@/lib/platform/clock'
import { Uses } from './tables'

type View = { readonly view: RequestView }

/** One request: what for, what came of it, who used it and how the use ended. */
export async function RequestPage({ view }: View) {
  const t = await getTranslations('exchange')
  const common = await getTranslations('common')
  const states = await getTranslations('dataRequest.states')
  const { request, files, steps, awaited, asks } = view
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/exchange?part=requests' }, { label: t('request') }]} />
      <PageHead
        number={t('request')}
        title={request.title}
        purpose={t('requestPurpose')}
        marks={<><Chip>{states(request.status as 'asked')}</Chip>{request.clocks.filter(({ status }) => status === 'running').map((clock) => <ClockBadge key={clock.id} clock={clock} />)}</>}
      />
      <Columns
        main={
          <>
            {asks && request.status === 'provided' && !request.opened && <Notice>{t('useFirst')}</Notice>}
            <StepPanel procedure="dataRequest" steps={steps} subject={request} awaited={awaited} />
            <Section title={t('facts')}><DescriptionList facts={await factsOf(view)} empty={t('none')} /></Section>
            <FileTable title={t('files')} files={files} empty={asks && request.status === 'provided' && !request.opened ? t('filesClosed') : t('noFiles')} />
            <Section title={t('parts.uses')} count={request.uses.length} note={t('usesNote')}><Uses rows={request.uses} /></Section>
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={view.units} /></Section>}
      />
    </Page>
  )
}

async function factsOf({ request, units, asks }: RequestView): Promise<Fact[]> {
  const t = await getTranslations('exchange')
  const values = await getTranslations('dataRequest.values')
  const { linkType, linkId, matter } = request
  const given = (term: string, value: string | null) => (value === null ? [] : [{ term, value }])
  const linked = linkType && linkId && asks && matter ? <Link className="text-link" href={`${recordPaths[linkType]!}/${linkId}`}>{matter}</Link> : (matter ?? (linkType ? t(`links.${linkType as 'case'}`) : null))
  return [
    { term: t('name'), value: <Link className="text-link" href={`/exchange/${request.itemId}`}>{request.title}</Link> }, { term: t('requester'), value: units[request.requesterId] ?? '' },
    { term: t('owner'), value: units[request.providerId] ?? '' }, { term: t('askedOn'), value: localDate(request.askedOn) }, { term: t('purposeOf'), value: request.purpose },
    { term: t('wanted'), value: request.wanted }, { term: t('matter'), value: linked }, ...given(t('ground'), request.ground && values(`ground.${request.ground as 'other'}`)),
    ...given(t('answer'), request.answer), ...given(t('access'), request.access), ...given(t('conditions'), request.conditions),
    ...given(t('answeredOn'), request.answeredOn && localDate(request.answeredOn)), ...given(t('signer'), request.answerSigner),
    ...given(t('ended'), request.endedHow && values(`endedHow.${request.endedHow as 'filed'}`)), ...given(t('endedOn'), request.endedOn && localDate(request.endedOn)), ...given(t('endedNote'), request.endedNote),
  ]
}
