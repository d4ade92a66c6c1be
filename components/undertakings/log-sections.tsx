import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { recordPaths } from '@/components/shell/record-paths'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import { readDetails } from '@/lib/platform/details'
import type { UndertakingView } from '@/lib/undertakings/loaders'

type View = { readonly view: UndertakingView }
type Entry = UndertakingView['entries'][number]

export async function Parts({ view: { parts, row } }: View) {
  const t = await getTranslations('undertakings')
  const states = await getTranslations('participation.states')
  if (row.status === 'draft') return null
  return (
    <Section title={t('parts')} count={parts.length}>
      <Table
        caption={t('parts')}
        rows={parts}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t('noParts')}</p>}
        columns={[
          { key: 'unit', head: t('unit'), cell: ({ unit }) => unit },
          { key: 'asked', head: t('askedOn'), cell: ({ askedOn }) => localDate(askedOn), nowrap: true },
          { key: 'answer', head: t('answer'), cell: ({ status, answeredOn }) => <><Chip>{states(status as 'asked')}</Chip> {answeredOn && localDate(answeredOn)}</>, nowrap: true },
          { key: 'contact', head: t('contact'), cell: ({ contact }) => contact ?? t('none') },
          { key: 'reason', head: t('reason'), cell: ({ reason }) => reason ?? t('none') },
        ]}
      />
    </Section>
  )
}

export async function Entries({ view }: View) {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const { kind, entries, row } = view
  if (row.status === 'draft') return null
  const known = (key: string) => kind.entries.find((each) => each.key === key)
  const name = ({ kind: key }: Entry) => (known(key) ? kinds(`${kind.key}.entries.${key}.name` as never) : t(`entries.${key as 'review'}`))
  const facts = ({ kind: key, details }: Entry) => {
    const kept = readDetails(details)
    return (known(key)?.fields ?? []).filter((field) => kept[field.key]).map((field) => `${kinds(`${kind.key}.entries.${key}.fields.${field.key}` as never)}：${kept[field.key]!}`)
  }
  return (
    <Section title={t('entriesTitle')} count={entries.length}>
      <Table
        caption={t('entriesTitle')}
        rows={entries}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t('noEntries')}</p>}
        columns={[
          { key: 'day', head: t('day'), cell: ({ happenedOn }) => localDate(happenedOn), nowrap: true },
          { key: 'kind', head: t('kind'), cell: name, nowrap: true },
          { key: 'text', head: t('text'), cell: (entry) => <><span className="block whitespace-pre-line">{entry.text}</span>{facts(entry).map((fact) => <span key={fact} className="block text-sm text-muted">{fact}</span>)}</> },
          {
            key: 'link', head: t('link'),
            cell: ({ linkType, linkId, linkTitle }) => (linkType && linkTitle ? <Link className="text-link" href={`${recordPaths[linkType]!}/${linkId!}`}>{linkTitle}</Link> : t('none')),
          },
          { key: 'by', head: t('by'), cell: ({ unit, author }) => `${unit} ${author}` },
        ]}
      />
      <Figures view={view} />
    </Section>
  )
}

/** Numbers of the entries added up, a row a unit. */
async function Figures({ view: { kind, entries } }: View) {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const counted = kind.entries.flatMap(({ key, fields }) => fields.filter(({ input }) => input === 'number').map((field) => ({ entry: key, field: field.key })))
  const units = [...new Set(entries.filter(({ kind: key }) => counted.some(({ entry }) => entry === key)).map(({ unit }) => unit))].sort()
  if (units.length === 0) return null
  const sum = (unit: string, { entry, field }: (typeof counted)[number]) =>
    entries.filter((each) => each.unit === unit && each.kind === entry).reduce((total, each) => total + Number(readDetails(each.details)[field] ?? 0), 0)
  return (
    <Section title={t('figures')} note={t('figuresNote')}>
      <Table
        caption={t('figures')}
        rows={units}
        rowKey={(unit) => unit}
        columns={[
          { key: 'unit', head: t('unit'), cell: (unit) => unit },
          ...counted.map((each) => ({ key: `${each.entry}.${each.field}`, head: kinds(`${kind.key}.entries.${each.entry}.fields.${each.field}` as never), cell: (unit: string) => <span className="tabular-nums">{sum(unit, each)}</span> })),
        ]}
      />
    </Section>
  )
}

/** 整改对象: struck off with what proves it. */
export async function Targets({ view: { kind, targets, row } }: View) {
  const t = await getTranslations('undertakings')
  if (kind.targets !== 'list' || row.status === 'draft') return null
  const struck = targets.filter(({ struckOn }) => struckOn !== null).length
  return (
    <Section title={t('targetsTitle')} count={`${struck}/${targets.length}`}>
      <Table
        caption={t('targetsTitle')}
        rows={targets}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t('noTargets')}</p>}
        columns={[
          { key: 'name', head: t('target'), cell: ({ ordinal, name }) => `${ordinal}. ${name}` },
          { key: 'unit', head: t('targetUnit'), cell: ({ unitName }) => unitName ?? t('none') },
          { key: 'struck', head: t('struckOn'), cell: ({ struckOn }) => (struckOn ? localDate(struckOn) : t('stillOpen')), nowrap: true },
          { key: 'proof', head: t('proof'), cell: ({ proof }) => proof ?? t('none') },
        ]}
      />
    </Section>
  )
}
