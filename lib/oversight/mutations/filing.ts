import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import type { adviseInput, answerInput, noteInput, receiveInput } from '../schema'
import { filingOpinion } from '../templates'
import { begin, matterOutcome, unitName, type Matter } from './subject'

type On<Input> = StepContext<Matter, Input>

/** What the inferior has filed stands in the superior's inbox from that moment. */
export async function receive({ tx, actor, input, today }: StepContext<never, z.infer<typeof receiveInput>>): Promise<Outcome> {
  const letter = await tx.recommendation.findFirst({ where: { id: input.recommendationId, procuratorateId: actor.unitId } })
  if (!letter) throw notFound()
  const row = await begin(tx, actor, today, {
    regionCode: letter.regionCode, kind: 'filing', about: 'letter', title: letter.title, superiorId: input.superiorId, inferiorId: letter.procuratorateId,
    caseId: letter.caseId, recommendationId: letter.id, content: input.summary, status: 'received',
  })
  return matterOutcome(row, { after: { recommendationId: letter.id } })
}

export async function note({ tx, row, input, today }: On<z.infer<typeof noteInput>>): Promise<Outcome> {
  await tx.oversightMatter.update({ where: { id: row.id }, data: { answer: input.opinion ?? null, answeredOn: dateColumn(today) } })
  return matterOutcome(row, { after: { opinion: input.opinion } })
}

/** An opinion on a letter; to change or withdraw it remains the inferior chief's own step (建议规定 23). */
export async function advise({ tx, row, input, today }: On<z.infer<typeof adviseInput>>): Promise<Outcome> {
  const { wanted, opinion, approver, number } = input
  const letter = await tx.recommendation.findUniqueOrThrow({ where: { id: row.recommendationId! }, select: { title: true, number: true, authorId: true } })
  await tx.oversightMatter.update({ where: { id: row.id }, data: { wanted, answer: opinion, approver, answeredOn: dateColumn(today) } })
  return matterOutcome(row, {
    dates: { advisedOn: today }, tell: [letter.authorId], after: { wanted, opinion, approver },
    papers: [{
      kind: 'filingOpinion', issuerUnitId: row.superiorId, takenNumber: number, audience: row.audience,
      data: filingOpinion({ inferiorName: await unitName(tx, row.inferiorId), documentTitle: letter.title, documentNumber: letter.number, wanted, opinion }),
    }],
  })
}

export async function answer({ tx, row, input, today }: On<z.infer<typeof answerInput>>): Promise<Outcome> {
  await tx.oversightMatter.update({ where: { id: row.id }, data: { report: input.report, reportedOn: dateColumn(today) } })
  return matterOutcome(row, { after: { report: input.report } })
}
