import type { PaperContent } from './blocks'
import { checkData, fieldsOf, type PaperProblem } from './check'
import { pageFormat } from './format'
import { drawLines } from './lines'
import { getTemplate } from './library'
import type { Template } from './template'
import { isEmpty, type PaperData } from './values'
import { rootScope, write } from './write'

export type Composed =
  | { ok: true; paper: PaperContent }
  | { ok: false; problems: PaperProblem[] }

/** A paper's blocks from its data, or everything that is missing. Pure: knows no feature and no clock. */
export function composePaper(kind: string, onDate: string, data: PaperData): Composed {
  const template = getTemplate(kind, onDate)
  const problems = checkData(template, data)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, paper: compose(template, data) }
}

/** The paper as far as it goes, each missing part marked: for a look before everything is written. */
export function composeDraft(kind: string, onDate: string, data: PaperData): PaperContent {
  const template = getTemplate(kind, onDate)
  const filled: Record<string, unknown> = { ...data }
  const { blank } = pageFormat().words
  for (const [name, field] of Object.entries(fieldsOf(template))) {
    if (!field.required || !isEmpty(filled[name]) || filled[name] === false) continue
    const mark = blank.replace('{label}', field.label)
    if (field.type === 'text') filled[name] = mark
    else if (field.type === 'list' && !field.items) filled[name] = [mark]
  }
  return compose(template, filled)
}

function compose(template: Template, data: PaperData): PaperContent {
  const cited = template.basis.flatMap((basis) => (basis.text ? [basis.text] : []))
  const scope = rootScope(fieldsOf(template), {
    ...data,
    basis: isEmpty(data.basis) ? cited : data.basis,
  })
  const drawn = drawLines(template.body, scope)
  const number = data.number
  return {
    kind: template.kind,
    name: template.name,
    version: template.version,
    format: template.format,
    zone: template.zone,
    mark: drawn.mark ?? write([{ type: 'value', name: 'issuerName' }], scope),
    number: typeof number === 'string' && number !== '' ? number : null,
    signer: drawn.signer ?? null,
    title: drawn.title ?? template.name,
    corner: template.zone === 'inner' ? pageFormat().words.inner : null,
    blocks: drawn.blocks,
  }
}
