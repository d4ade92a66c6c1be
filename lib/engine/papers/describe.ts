import { pageFormat } from './format'
import { allTemplates } from './library'
import type { Field, Template } from './template'

/** docs/papers.md: what every paper needs, from the templates themselves. */
export function describePapers(): string {
  const common = rows(pageFormat().commonFields)
  return [
    '# Papers',
    '',
    'Written by `npx tsx scripts/papers.ts` from facts/templates; do not edit. How papers work: docs/decisions/papers.md.',
    '',
    'Every paper also takes the fields below. The runner fills `issuedOn` and `number`; `issuerName` defaults to the name',
    'of the issuing unit; `basis` replaces the citations of the template when the law has changed.',
    '',
    ...table(common),
    ...allTemplates().flatMap(describeTemplate),
  ].join('\n')
}

function describeTemplate(template: Template): string[] {
  const { kind, name, version, validFrom, format, zone, issuer, number, basis } = template
  const series = number.series ? `, series \`${number.series}\`` : ''
  const pattern = number.pattern ? ` \`${number.pattern}\`${series}` : ''
  return [
    '',
    `## ${kind} · ${name}`,
    '',
    `Version ${version} from ${validFrom} · ${format} · ${zone} · issued by ${issuer} · number: ${number.source}${pattern}`,
    '',
    `Basis: ${basis.map((one) => `${one.kind} ${one.ref}`).join('; ')}`,
    '',
    ...table(rows(template.fields)),
  ]
}

function table(lines: string[]): string[] {
  return ['| field | 名称 | type | required |', '| --- | --- | --- | --- |', ...lines, '']
}

function rows(fields: Record<string, Field>): string[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    row(name, field.label, typeOf(field), field.required ? 'yes' : (field.requiredWhen && `when \`${field.requiredWhen}\``) || ''),
    ...Object.entries(field.items ?? {}).map(([inner, item]) =>
      row(`${name}[].${inner}`, item.label, typeOf(item), item.required ? 'yes' : ''),
    ),
  ])
}

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`

function typeOf(field: Pick<Field, 'type' | 'values'> & { items?: Field['items'] }): string {
  if (field.values) return `choice: ${Object.entries(field.values).map(([code, label]) => `\`${code}\` ${label}`).join(', ')}`
  if (field.type === 'list' && !field.items) return 'list of texts'
  return field.items ? 'list of items' : field.type
}
