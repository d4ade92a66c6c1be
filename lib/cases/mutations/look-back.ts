import { z } from 'zod'
import local from '@/facts/look-backs.json'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, notFound } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import { settingOn } from '@/lib/platform/settings'
import { partiesAudience } from '../rules'
import { lookBackMonths, type lookBackPlanInput, type recordLookBackInput } from '../schema'
import type { LockedLookBack } from './subject'

const monthsSchema = z.array(z.literal(lookBackMonths)).max(4)

/** How long after closing a place looks back: its own setting, else the shipped one. No law names a time. */
export async function lookBackMonthsOf(tx: Tx, regionCode: string, on: LocalDate): Promise<readonly number[]> {
  return monthsSchema.parse((await settingOn(tx, regionCode, on, local.key)) ?? local.months)
}

export async function planLookBack({ tx, actor, input, today, now }: StepContext<never, z.infer<typeof lookBackPlanInput>>): Promise<Outcome> {
  const row = await tx.caseFile.findFirst({ where: { id: input.caseId, procuratorateId: actor.unitId } })
  if (!row?.closedOn) throw notFound()
  const id = newId()
  const { regionCode, title, procuratorateId, agencyId, place } = row
  await tx.lookBack.create({
    data: {
      id, regionCode, title, procuratorateId, agencyId, place, caseId: row.id, plannedOn: dateColumn(today), status: 'planned', version: 1,
      audience: partiesAudience(row), createdAt: now, updatedAt: now,
    },
  })
  return {
    id, regionCode, title, audience: [unitToken(procuratorateId)], parties: { procuratorate: procuratorateId, agency: agencyId },
    dates: { closedOn: localDate(row.closedOn) }, flags: [`months${input.months}`],
    after: { caseId: row.id, months: input.months },
    async onClocks(ends) {
      await tx.lookBack.update({ where: { id }, data: { plannedOn: dateColumn(ends['lookBack.record'] ?? today) } })
    },
  }
}

/** “回头看”: what was found there; harm that is back becomes a clue of its own, linked to the case. */
export async function recordLookBack(context: StepContext<LockedLookBack, z.infer<typeof recordLookBackInput>>): Promise<Outcome> {
  const { tx, actor, row, input } = context
  const { result, doneOn, place, companion, findings } = input
  const caseFile = await tx.caseFile.findUniqueOrThrow({ where: { id: row.caseId } })
  if (caseFile.closedOn && doneOn < localDate(caseFile.closedOn)) throw invalid({ doneOn: 'errors.field.order' })
  const relapse = result === 'relapsed' ? await enterRelapse(context, caseFile) : null
  await tx.lookBack.update({
    where: { id: row.id },
    data: { doneOn: dateColumn(doneOn), place, companion, findings, doneById: actor.userId, relapseClueId: relapse?.id },
  })
  return {
    id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, to: result,
    parties: { procuratorate: row.procuratorateId, agency: row.agencyId }, dates: { doneOn },
    flags: relapse ? ['relapsed'] : [], tell: [caseFile.leadProsecutorId], after: { doneOn, relapseClueId: relapse?.id },
  }
}

type Closed = { readonly id: string; readonly title: string; readonly domain: string; readonly agencyId: string; readonly leadProsecutorId: string }

function enterRelapse({ input, take }: StepContext<LockedLookBack, z.infer<typeof recordLookBackInput>>, caseFile: Closed) {
  const fields = {
    ...(input.harm === undefined ? { harm: 'errors.field.required' } : {}),
    ...(input.noSecrets ? {} : { noSecrets: 'clues.refuse.secrets' }),
  }
  if (Object.keys(fields).length > 0) throw invalid(fields)
  return take('clue.enter', null, {
    title: caseFile.title, source: 'lookBack', domain: caseFile.domain, discoveredOn: input.doneOn, place: input.place,
    unitIds: [caseFile.agencyId], facts: input.findings, harm: input.harm, noSecrets: true, handlerId: caseFile.leadProsecutorId,
    relapseOfCaseId: caseFile.id,
  })
}
