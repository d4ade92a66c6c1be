import { addDays } from '@/lib/engine/deadlines/local-date'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { unitIdOf } from '@/prisma/seed/fixture'
import { act, nameOf } from './act'

const officer = 'shifan.superior'
const officeOf = (place: string) => unitIdOf(`${place}.procuratorate`)
const signed = async () => ({ approver: await nameOf('shifan.chief') })

/** One in six gets an opinion, the same ones in every run. */
const isDoubtful = (title: string) => [...title].reduce((sum, sign) => sum + sign.codePointAt(0)!, 0) % 6 === 0

const waiting = (place: string, kind: string, status: string, days: number) =>
  db.oversightMatter.findMany({
    where: { inferiorId: officeOf(place), kind, status, updatedAt: { lte: dateColumn(addDays(today(), 1 - days)) } }, orderBy: { createdAt: 'asc' }, select: { id: true, title: true },
  })

/** What has lain some days: filings are noted or get an opinion, opinions an answer, reports an end. */
export async function workOff(place: string): Promise<void> {
  for (const { id } of await waiting(place, 'filing', 'advised', 5))
    await act(`${place}.prosecutor`, 'filing.answer', id, { report: '已对照审查意见复核，向行政机关补充说明了职责依据，后续在跟进调查中落实。' })
  for (const { id, title } of await waiting(place, 'filing', 'received', 5))
    if (isDoubtful(title)) await act(officer, 'filing.advise', id, { wanted: 'consider', opinion: '建议事项可以操作，请进一步明确整改标准，并在跟进调查中核实长效机制。', ...(await signed()) })
    else await act(officer, 'filing.note', id, { opinion: '文书要素齐全，准予备案。' })
}

/** A second month is asked for wherever the chief's own is used up. */
export async function askForMonth(place: string): Promise<void> {
  const clocks = await db.deadline.findMany({
    where: { duty: 'case.decideReview', status: 'running', extendedAmount: 1, owedByUnitId: officeOf(place), endOn: { gte: dateColumn(today()) } }, orderBy: { endOn: 'asc' },
  })
  for (const { subjectId } of clocks)
    if ((await db.oversightMatter.count({ where: { about: 'extension', caseId: subjectId } })) === 0)
      await act(`${place}.chief`, 'superiorRequest.askExtension', null, { caseId: subjectId, reason: '案情复杂，多个点位需要再次核查，检察长延长的一个月不足以作出决定。' })
}

/** 督办 of the case that has been followed longest; answers its id, or null where there is none. */
export async function superviseOldest(place: string): Promise<string | null> {
  const found = await db.caseFile.findFirst({ where: { procuratorateId: officeOf(place), status: 'following' }, orderBy: { openedOn: 'asc' }, select: { id: true } })
  if (!found) return null
  return act(officer, 'supervision.order', null, { caseId: found.id, demands: '一、核实各项建议的整改进度。\n二、督促行政机关明确完成时限和责任人。\n三、书面报告办理情况。', ...(await signed()) })
}

export const reportOn = (place: string, id: string) =>
  act(`${place}.prosecutor`, 'supervision.report', id, { report: '已到现场核查，行政机关制定了分步整改方案，明确了责任人和完成时限；承办人每两周跟进一次。' })
export const closeSupervision = (id: string) => act(officer, 'supervision.close', id, { opinion: '措施落实，同意办结。' })
