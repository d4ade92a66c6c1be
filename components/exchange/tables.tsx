import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/procedure/due'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { listComma } from '@/components/ui/list-comma'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { UseRow } from '@/lib/exchange/data/requests'
import type { ExchangeView } from '@/lib/exchange/loaders'
import { kindOf } from '@/lib/exchange/rules'
import { localDate, localMinute } from '@/lib/platform/clock'

type PartOf<Part> = Extract<ExchangeView, { part: Part }>

/** The catalogue, and below it who has registered nothing. */
export async function Catalogue({ view: { rows, units, silent } }: { view: PartOf<'catalogue'> }) {
  const t = await getTranslations('exchange')
  const kinds = await getTranslations('dataKinds')
  const bodies = await getTranslations('units.kinds')
  const values = await getTranslations('dataItem.values')
  const comma = await listComma()
  return (
    <>
      <Table
        caption={t('parts.catalogue')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/exchange/${id}`}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
        columns={[
          { key: 'name', head: t('name'), cell: ({ title }) => title, wide: true },
          { key: 'kind', head: t('kind'), cell: ({ kind }) => kinds(`${kind}.name` as never) },
          { key: 'side', head: t('side'), cell: ({ kind }) => t(`sides.${kindOf(kind).side}`) },
          { key: 'owner', head: t('owner'), cell: ({ ownerId }) => units[ownerId] ?? '', nowrap: true },
          { key: 'cycle', head: t('cycle'), cell: ({ cycle }) => values(`cycle.${cycle as 'day'}`), nowrap: true },
          { key: 'openTo', head: t('openTo'), cell: ({ openTo }) => openTo.map((kind) => bodies(kind as 'court')).join(comma) },
          { key: 'confirmed', head: t('confirmedOn'), cell: ({ confirmedOn }) => localDate(confirmedOn), nowrap: true },
        ]}
      />
      {silent.length > 0 && (
        <Section title={t('silent')} count={silent.length} note={t('silentNote')}>
          <p>{silent.map(({ name }) => name).join('、')}</p>
        </Section>
      )}
    </>
  )
}

export async function Requests({ view: { rows } }: { view: PartOf<'requests'> }) {
  const t = await getTranslations('exchange')
  const states = await getTranslations('dataRequest.states')
  return (
    <Table
      caption={t('parts.requests')}
      rows={rows}
      rowKey={({ id }) => id}
      href={({ id }) => `/exchange/requests/${id}`}
      empty={<EmptyState title={t('noRequestsTitle')} body={t('noRequestsBody')} />}
      columns={[
        { key: 'name', head: t('name'), cell: ({ title }) => title },
        { key: 'requester', head: t('requester'), cell: ({ requester }) => requester, nowrap: true },
        { key: 'provider', head: t('owner'), cell: ({ provider }) => provider, nowrap: true },
        { key: 'purpose', head: t('purposeOf'), cell: ({ purpose }) => purpose },
        { key: 'asked', head: t('askedOn'), cell: ({ askedOn }) => localDate(askedOn), nowrap: true },
        { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{states(status)}</Chip>, nowrap: true },
        { key: 'clock', head: t('clock'), cell: ({ clock }) => (clock ? <Due clock={clock} /> : t('none')), nowrap: true },
      ]}
    />
  )
}

/** 使用台账, of all requests or of one. */
export async function Uses({ rows, linked = false }: { rows: readonly UseRow[]; linked?: boolean }) {
  const t = await getTranslations('exchange')
  const endings = await getTranslations('dataRequest.values.endedHow')
  const matter = ({ matter: named, linkType }: UseRow) => named ?? (linkType ? t(`links.${linkType as 'case'}`) : t('none'))
  return (
    <Table
      caption={t('parts.uses')}
      rows={rows}
      rowKey={({ id }) => id}
      {...(linked ? { href: ({ requestId }: UseRow) => `/exchange/requests/${requestId}` } : {})}
      empty={linked ? <EmptyState title={t('noUsesTitle')} body={t('noUsesBody')} /> : <p className="text-muted">{t('noUses')}</p>}
      columns={[
        { key: 'when', head: t('usedAt'), cell: ({ usedAt }) => localMinute(usedAt), nowrap: true },
        ...(linked ? [{ key: 'name', head: t('name'), cell: ({ title }: UseRow) => title }, { key: 'provider', head: t('owner'), cell: ({ provider }: UseRow) => provider, nowrap: true }] : []),
        { key: 'who', head: t('user'), cell: ({ requester, person }) => `${requester} ${person}`, nowrap: true },
        { key: 'matter', head: t('matter'), cell: matter },
        { key: 'use', head: t('use'), cell: ({ use }) => use },
        { key: 'ended', head: t('ended'), cell: ({ endedHow, endedOn }) => (endedHow && endedOn ? `${endings(endedHow as 'filed')} ${localDate(endedOn)}` : t('inUse')), nowrap: true },
      ]}
    />
  )
}
