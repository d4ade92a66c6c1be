import { canary } from './canaries'

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
