import { draftedText } from '@/lib/bulletins/templates'
import { daysOf } from '@/lib/bulletins/rules/period'
import { countFigures } from '@/lib/figures/data/count'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { scopeOf } from '@/lib/platform/scope'
import { unitIdOf } from '@/prisma/seed/fixture'
import { act, nameOf, person } from './act'

type Written = { readonly kind: string; readonly title: string; readonly content: string } & Readonly<Record<string, unknown>>

/** Written and signed; issuing is the next step. */
export async function prepare(author: string, signer: string, input: Written): Promise<string> {
  const id = await act(author, 'bulletin.draft', null, input)
  await act(signer, 'bulletin.approve', id, { opinion: '同意印发。', approver: await nameOf(signer) })
  return id
}

export const issue = (author: string, id: string) => act(author, 'bulletin.issue', id)

/** What the form begins with for this period, with the office's own words in the places left open. */
export async function begun(author: string, kind: string, period: string, parts: readonly string[]): Promise<{ title: string; content: string }> {
  const actor = await person(author)
  const { total } = await countFigures(scopeOf(actor), { period: daysOf(period), today: today() })
  const { title, content } = draftedText(kind, period, total, actor.regionName)
  const places = content.split('：\n\n')
  const written = places.map((text, at) => (at < places.length - 1 ? `${text}：${parts[at] ?? ''}` : `${text}${parts[at] ?? ''}`))
  return { title, content: written.join('\n\n') }
}

/** Cases opened in the period, at most so many. */
export async function casesOf(place: string, period: string, most: number): Promise<string[]> {
  const { from, to } = daysOf(period)
  const rows = await db.caseFile.findMany({
    where: { procuratorateId: unitIdOf(`${place}.procuratorate`), openedOn: { gte: dateColumn(from), lte: dateColumn(to) } }, orderBy: { openedOn: 'asc' }, take: most, select: { id: true },
  })
  return rows.map(({ id }) => id)
}

async function readingOf(bulletinId: string, login: string): Promise<string> {
  const { unitId } = await person(login)
  return (await db.bulletinReading.findUniqueOrThrow({ where: { bulletinId_readerId: { bulletinId, readerId: unitId } } })).id
}

export const read = async (login: string, bulletinId: string) => act(login, 'bulletinReading.read', await readingOf(bulletinId, login))
export const readToo = async (login: string, bulletinId: string) => act(login, 'bulletinReading.readToo', await readingOf(bulletinId, login))

type Said = { readonly kind: 'instruction' | 'opinion'; readonly authorName: string; readonly text: string }
type Task = { readonly by: string; readonly owner: string; readonly title: string; readonly dueOn: string }

/** 批示 or opinion of today, made a task at once; answers the task's id. */
export async function instruct(login: string, bulletinId: string, said: Said, { by, owner, title, dueOn }: Task): Promise<string> {
  const reading = await readingOf(bulletinId, login)
  await act(login, 'bulletinReading.comment', reading, { ...said, saidOn: today() })
  const { id: commentId } = await db.bulletinComment.findFirstOrThrow({ where: { readingId: reading }, orderBy: { enteredAt: 'desc' } })
  await act(by, 'bulletinReading.assign', reading, { commentId, ownerId: unitIdOf(owner), title, dueOn })
  return (await db.actionItem.findFirstOrThrow({ where: { sourceId: bulletinId, title } })).id
}
