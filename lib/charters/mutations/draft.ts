import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { isId, newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import { articlesOf, repeatedArticle } from '../rules/articles'
import { findSample } from '../rules/samples'
import { watchesOf } from '../rules/terms'
import { termsSchema, type describeInput, type draftInput, type ObligationFacts, type setSignersInput, type setTextInput } from '../schema'
import { charterOutcome, getCharter, type CharterRecord } from './subject'

type On<Input> = StepContext<CharterRecord, Input>

type Text = { readonly article: string; readonly heading: string; readonly origin: string; readonly text: string; readonly obligations: readonly ObligationFacts[] }
type Start = { readonly texts: readonly Text[]; readonly mark: string; readonly sourceTitle: string; readonly sourceKind: string | null; readonly revises: CharterRecord | null }

/** From nothing, from a sample, or from an opinion in force: one's own is revised, another place's open one is a beginning. */
export async function draft({ tx, actor, now, input }: StepContext<never, z.infer<typeof draftInput>>): Promise<Outcome> {
  const { texts, mark, sourceTitle, sourceKind, revises } = await findStart(tx, actor.regionCode, input.start)
  const id = newId()
  const lineId = revises?.lineId ?? id
  if (revises && (await tx.charter.count({ where: { lineId, status: { in: ['drafted', 'signing', 'signed'] } } })) > 0) throw refuse('charters.refuse.inTheMaking')
  const ordinal = revises ? (await tx.charter.aggregate({ where: { lineId }, _max: { ordinal: true } }))._max.ordinal! + 1 : 1
  await tx.charter.create({
    data: {
      id, regionCode: actor.regionCode, lineId, ordinal, title: input.title, openness: revises?.openness ?? 'public', sourceTitle, sourceKind, mark,
      drafterUnitId: actor.unitId, draftedById: actor.userId, status: 'drafted', version: 1, audience: [unitToken(actor.unitId)], createdAt: now, updatedAt: now,
    },
  })
  await writeTexts(tx, id, texts)
  for (const [index, { unitId, interprets }] of (revises?.signers ?? []).entries())
    await tx.charterSigner.create({ data: { id: newId(), charterId: id, unitId, ordinal: index + 1, interprets } })
  const row = await getCharter(tx, id)
  return charterOutcome(row, { after: { start: input.start, articles: row.provisions.length, obligations: row.obligations.length } })
}

async function findStart(tx: Tx, regionCode: string, start: string): Promise<Start> {
  const blank: Start = { texts: [], mark: '', sourceTitle: '', sourceKind: null, revises: null }
  if (start === 'blank') return blank
  const sample = findSample(start)
  if (sample) return { texts: sample.provisions, mark: sample.mark, sourceTitle: sample.source.title, sourceKind: sample.source.kind, revises: null }
  const found = isId(start) ? await tx.charter.findFirst({ where: { id: start, status: 'published', OR: [{ regionCode }, { openness: 'public' }] } }) : null
  if (!found) throw invalid({ start: 'errors.field.choose' })
  const row = await getCharter(tx, found.id)
  return {
    texts: textsOf(row), mark: row.mark, sourceTitle: row.sourceTitle, sourceKind: row.sourceKind, revises: row.regionCode === regionCode ? row : null,
  }
}

const textsOf = (row: CharterRecord): Text[] =>
  row.provisions.map(({ id, article, heading, origin, text }) => ({
    article, heading, origin, text,
    obligations: row.obligations.filter(({ provisionId }) => provisionId === id)
      .map(({ key, kind, title, owedBy, terms }) => ({ key, kind, title, owedBy, terms: termsSchema.parse(terms) }) as ObligationFacts),
  }))

async function writeTexts(tx: Tx, charterId: string, texts: readonly Text[]): Promise<void> {
  for (const [index, { obligations, ...text }] of texts.entries()) {
    const provisionId = newId()
    await tx.provision.create({ data: { id: provisionId, charterId, ordinal: index + 1, ...text } })
    for (const each of obligations)
      await tx.obligation.create({ data: { id: newId(), charterId, provisionId, ...each, terms: json(each.terms), watches: watchesOf(each.terms) } })
  }
}

export async function describe({ tx, actor, row, input }: On<z.infer<typeof describeInput>>): Promise<Outcome> {
  const { fileIds = [], title, openness, indexNumber = '', sourceTitle = '', reading = '' } = input
  await attachFiles(tx, fileIds, { subject: { type: 'charter', id: row.id }, audience: row.audience, actor })
  await tx.charter.update({ where: { id: row.id }, data: { title, openness, indexNumber, sourceTitle, reading } })
  return charterOutcome({ ...row, title }, { after: { title, openness, indexNumber, files: fileIds.length } })
}

/** An article that stays keeps its promises; one that goes may not leave any behind. */
export async function setText({ tx, actor, row, input }: On<z.infer<typeof setTextInput>>): Promise<Outcome> {
  const articles = articlesOf(input.text)
  if (articles.length === 0) throw invalid({ text: 'errors.field.required' })
  const repeated = repeatedArticle(articles)
  if (repeated) throw refuse('charters.refuse.repeated', { article: repeated })
  const before = new Map(row.provisions.map((each) => [each.article, each]))
  for (const gone of row.provisions.filter(({ article }) => !articles.some((each) => each.article === article))) {
    if (row.obligations.some(({ provisionId }) => provisionId === gone.id)) throw refuse('charters.refuse.stillPromises', { article: gone.article })
    await tx.provision.update({ where: { id: gone.id }, data: { dropped: true } })
  }
  for (const [index, each] of articles.entries()) {
    const known = before.get(each.article)
    const data = { ordinal: index + 1, heading: each.heading, text: each.text }
    if (known) await tx.provision.update({ where: { id: known.id }, data })
    else await tx.provision.create({ data: { id: newId(), charterId: row.id, article: each.article, origin: 'source', ...data } })
  }
  await attachFiles(tx, input.fileId ? [input.fileId] : [], { subject: { type: 'charter', id: row.id }, audience: row.audience, actor })
  // Words of the place's own are no sample any more.
  await tx.charter.update({ where: { id: row.id }, data: { mark: '' } })
  return charterOutcome(row, { after: { articles: articles.length } })
}

/** Which of so many signers interpret the text. */
const interprets = { first: (at: number) => at === 0, firstTwo: (at: number) => at < 2, lastTwo: (at: number, of: number) => at >= of - 2, all: () => true } as const

export async function setSigners({ tx, row, input }: On<z.infer<typeof setSignersInput>>): Promise<Outcome> {
  const wanted = [input.first, input.second, input.third, input.fourth].filter((unitId) => unitId !== undefined)
  if (new Set(wanted).size !== wanted.length) throw invalid({ second: 'charters.refuse.signsTwice' })
  if ((await tx.unit.count({ where: { id: { in: wanted }, regionCode: row.regionCode, active: true } })) !== wanted.length) throw invalid({ first: 'errors.field.choose' })
  await tx.charterSigner.updateMany({ where: { charterId: row.id, dropped: false }, data: { dropped: true } })
  for (const [index, unitId] of wanted.entries())
    await tx.charterSigner.create({ data: { id: newId(), charterId: row.id, unitId, ordinal: index + 1, interprets: interprets[input.interpreters](index, wanted.length) } })
  return charterOutcome(row, { after: { signers: wanted, interpreters: input.interpreters } })
}
