import type { z } from 'zod'
import { countRunning } from '@/lib/duty-cycles/data'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import type { Demand } from '@/prisma/generated/client'
import type { LetterRow } from '../data/row'
import { draftAudience, isRectified, stageAfter } from '../rules/progress'
import type { answerHelpInput, askAgainInput, CheckInput, closeInput } from '../schema'
import { followUpRecord } from '../templates/follow-up'
import { endCycles } from './duties'
import { endHandling, letterOutcome } from './subject'

/** 现场核查 (办案规则 77): one verdict a demand, with own evidence. The only way to "rectified". */
export async function checkLetter({ tx, actor, row, input, now }: StepContext<LetterRow, CheckInput>): Promise<Outcome> {
  const performedOn = input.performedOn ?? input.checkedOn
  const received = row.receivedOn ? localDate(row.receivedOn) : input.checkedOn
  if (input.checkedOn < received) throw invalid({ checkedOn: 'errors.field.order' })
  if (performedOn > input.checkedOn) throw invalid({ performedOn: 'errors.field.order' })
  const demands = await tx.demand.findMany({ where: { recommendationId: row.id }, orderBy: { ordinal: 'asc' } })
  const agency = await tx.unit.findUniqueOrThrow({ where: { id: row.agencyId }, select: { name: true, shortName: true } })
  // 核查 by the one who is checked proves nothing.
  if ([agency.name, agency.shortName].some((name) => input.companion.includes(name))) throw invalid({ companion: 'recommendations.refuse.companion' })
  const fileNames = await requireEvidence(tx, row, input, demands)
  // What is done now does not end what is to be done every month: whoever finds it met says so.
  const running = await countRunning(tx, { demandIds: input.items.filter(({ verdict }) => verdict === 'met').map(({ demandId }) => demandId) })
  if (running > 0 && !input.dutiesGoOn) throw invalid({ dutiesGoOn: 'recommendations.refuse.dutiesGoOn' })

  const round = ((await tx.checkResult.aggregate({ where: { recommendationId: row.id }, _max: { round: true } }))._max.round ?? 0) + 1
  for (const { demandId, verdict, findings, evidenceFileIds = [] } of input.items) {
    const id = newId()
    await tx.checkResult.create({
      data: {
        id, recommendationId: row.id, demandId, round, checkedOn: dateColumn(input.checkedOn), place: input.place,
        checkedById: actor.userId, companion: input.companion, verdict, findings, evidenceFileIds, recordedAt: now,
      },
    })
    await attachFiles(tx, evidenceFileIds, { subject: { type: 'checkResult', id }, audience: draftAudience(row), actor })
    await tx.demand.update({ where: { id: demandId }, data: { verdict, verdictOn: dateColumn(input.checkedOn) } })
  }

  const verdictOf = new Map(input.items.map(({ demandId, verdict }) => [demandId, verdict]))
  const rectified = isRectified(demands.map(({ id, verdict }) => ({ verdict: verdictOf.get(id) ?? verdict })))
  const newly = rectified && row.status !== 'verified'
  await tx.recommendation.update({
    where: { id: row.id },
    data: { rectifiedOn: rectified ? (newly ? dateColumn(performedOn) : row.rectifiedOn) : null },
  })
  const caseFile = await tx.caseFile.findUniqueOrThrow({ where: { id: row.caseId }, select: { number: true, title: true } })
  const replied = row.firstRepliedOn !== null
  return letterOutcome(row, {
    to: stageAfter({ rectified, replied, askedAgain: row.status === 'askedAgain' }),
    dates: { performedOn },
    flags: rectified ? ['verified', ...(replied ? ['moot'] : [])] : row.status === 'verified' ? ['revoked'] : [],
    after: { round, checkedOn: input.checkedOn, ...(running > 0 ? { cyclesRunning: running } : {}), verdicts: input.items.map(({ demandId, verdict }) => ({ demandId, verdict })) },
    papers: [{
      kind: 'followUpRecord', issuerUnitId: row.procuratorateId, audience: row.audience.slice(0, 1), issuedOn: input.checkedOn,
      data: followUpRecord(input, {
        caseNo: caseFile.number, caseTitle: caseFile.title, agencyName: agency.name, number: row.number, checkers: [actor.name], cyclesRunning: running,
        demands: demands.flatMap(({ id, ordinal, measure }) => {
          const item = input.items.find(({ demandId }) => demandId === id)
          return item ? [{ ordinal, measure, verdict: item.verdict, findings: item.findings, files: (item.evidenceFileIds ?? []).map((file) => fileNames.get(file) ?? '') }] : []
        }),
      }),
    }],
  })
}

/** Own evidence: files of this office, and at least one where a demand is found met. */
async function requireEvidence(tx: Tx, row: LetterRow, input: CheckInput, demands: readonly Demand[]): Promise<Map<string, string>> {
  const known = new Set(demands.map(({ id }) => id))
  const ids = input.items.flatMap(({ evidenceFileIds }) => evidenceFileIds ?? [])
  const files = await tx.storedFile.findMany({ where: { id: { in: ids }, unitId: row.procuratorateId }, select: { id: true, name: true } })
  const names = new Map(files.map(({ id, name }) => [id, name]))
  const faults: Record<string, string> = {}
  const seen = new Set<string>()
  input.items.forEach(({ demandId, verdict, evidenceFileIds = [] }, index) => {
    const at = `items.${index}.evidenceFileIds`
    if (!known.has(demandId) || seen.has(demandId)) faults[`items.${index}.demandId`] = 'errors.field.choose'
    seen.add(demandId)
    if (evidenceFileIds.some((id) => !names.has(id))) faults[at] = 'recommendations.refuse.foreignEvidence'
    else if (verdict === 'met' && evidenceFileIds.length === 0) faults[at] = 'recommendations.refuse.evidenceWanted'
  })
  if (Object.keys(faults).length > 0) throw invalid(faults)
  return names
}

/** 要求补充回复: a further reply by a local limit. The review month runs on as it is (办案规则 47). */
export async function askAgain({ tx, actor, row, input, today }: StepContext<LetterRow, z.infer<typeof askAgainInput>>): Promise<Outcome> {
  const known = await tx.demand.count({ where: { recommendationId: row.id, id: { in: input.demandIds } } })
  if (known !== new Set(input.demandIds).size) throw invalid({ demandIds: 'errors.field.choose' })
  const round = (await tx.askedAgain.count({ where: { recommendationId: row.id } })) + 1
  await tx.askedAgain.create({
    data: { id: newId(), recommendationId: row.id, round, askedOn: dateColumn(today), demandIds: input.demandIds, reason: input.reason, askedById: actor.userId },
  })
  return letterOutcome(row, { dates: { askedOn: today }, after: { round, demandIds: input.demandIds } })
}

export async function answerHelp({ tx, actor, row, input, today }: StepContext<LetterRow, z.infer<typeof answerHelpInput>>): Promise<Outcome> {
  if (!row.help) throw invalid({ answer: 'recommendations.deny.noHelp' })
  await tx.helpRequest.update({
    where: { id: row.help.id }, data: { answer: input.answer, answeredById: actor.userId, answeredOn: dateColumn(today) },
  })
  return letterOutcome(row)
}

/** Nested in the conclusion of the case. Cycles of a recurring demand run on as look-back, unless there was nothing to repair. */
export async function closeLetter(context: StepContext<LetterRow, z.infer<typeof closeInput>>): Promise<Outcome> {
  await endHandling(context, 'closed')
  if (context.input.dutiesEnd) await endCycles(context, 'closed')
  return letterOutcome(context.row)
}
