import { canary } from './canaries'

const { db } = await import('@/lib/platform/db')
const { act, person } = await import('@/prisma/seed/play/act')
const outcome = await import('@/prisma/seed/play/outcome')

const word = (text: string) => `${canary}${text}`

/** What a case achieved, listed by the agency, a point of it struck off. */
export async function achieved({ lead, agency }: { lead: string; agency: string }, caseId: string): Promise<string> {
  const id = await outcome.enter({
    by: `${agency}.liaison`, caseId, kind: 'pointsFixed', title: word('排口整治'), points: `${word('一号排口')}｜2\n${word('二号排口')}`, note: word('分两批'),
  })
  await outcome.reportPoint(`${agency}.liaison`, id, 1, '2026-03-16')
  await outcome.strikeOff(lead, id, 1, '2026-03-16', word('已封堵'))
  return id
}

/** A family of cases raised to the agency, which knows nothing of the last but one; the last was taken out. */
export async function raisedFamily({ lead, signer, reader }: { lead: string; signer: string; reader: string }, caseIds: readonly string[]): Promise<string> {
  const { userId } = await person(lead)
  const id = await act(lead, 'caseFamily.form', null, {
    title: word('河道堆放类案'), domain: 'environment', cause: word('巡查不到位。'), demand: word('建立巡查通报制度。'), leadId: userId, caseIds,
  })
  await act(lead, 'caseFamily.removeCase', id, { caseId: caseIds.at(-1), reason: word('情形不同') })
  await act(lead, 'caseFamily.raise', id, { title: word('治理意见'), content: word('请研究落实上述治理意见。'), readerUnitIds: [(await person(reader)).unitId], caseIds: caseIds.slice(0, 1) })
  const { id: bulletinId } = await db.bulletin.findFirstOrThrow({ where: { familyId: id } })
  await act(signer, 'bulletin.approve', bulletinId, { approver: word('某人') })
  await act(lead, 'bulletin.issue', bulletinId, {})
  await act(lead, 'caseFamily.revise', id, { cause: word('巡查和处置都不到位。'), demand: word('建立巡查、处置通报制度。'), reason: word('补充剖析') })
  return id
}
