import { dateColumn, localDay, now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { contactRoles } from '@/lib/platform/roles'
import { textArray } from '@/lib/platform/together'
import { type Notice, Prisma } from '@/prisma/generated/client'
import { legalKinds } from './kinds'
import { patienceOf } from './settings'
import { peopleWith, writeNotices } from './write'

const dayMs = 86_400_000
const longestLook = 30 * dayMs
const atATime = 500

type Post = { readonly userId: string; readonly rank: 'main' | 'deputy'; readonly away: boolean }

/** A post counts while its holder has an account in the unit; a main liaison also needs a role that answers for it. */
export const postsOn = (day: string): Prisma.Sql => Prisma.sql`
  SELECT l.unit_id, l.user_id, l.rank FROM liaison_post l JOIN app_user p ON p.id = l.user_id AND p.active AND p.unit_id = l.unit_id
  WHERE l.from_on <= ${dateColumn(day)}::date AND (l.to_on IS NULL OR l.to_on >= ${dateColumn(day)}::date) AND (l.rank = 'deputy' OR EXISTS (
    SELECT 1 FROM role_grant g WHERE g.user_id = l.user_id AND g.unit_id = l.unit_id AND g.role = ANY(${textArray(contactRoles)})
      AND g.from_on <= ${dateColumn(day)}::date AND (g.to_on IS NULL OR g.to_on >= ${dateColumn(day)}::date)))`

/** Away without anybody it rests with: a replacement whose account is gone. */
const listPosts = (unitId: string, day: string): Promise<Post[]> => db.$queryRaw<Post[]>`
  SELECT post.user_id AS "userId", post.rank, rests_with(post.user_id, ${dateColumn(day)}::date) = post.user_id AND EXISTS (
    SELECT 1 FROM absence a WHERE a.user_id = post.user_id AND a.status = 'entered' AND ${dateColumn(day)}::date BETWEEN a.from_on AND a.to_on) AS away
  FROM (${postsOn(day)}) post WHERE post.unit_id = ${unitId}::uuid`

/**
 * Who is told of what reaches a unit: those with the roles, but of its liaisons the main one alone. The deputies are told where there
 * is no main one or that one is away and nobody stands in.
 */
export async function recipientsOf(unitId: string, roles: readonly string[], day: string): Promise<string[]> {
  const people = await peopleWith(unitId, roles, day)
  const contact = roles.filter((role) => (contactRoles as readonly string[]).includes(role))
  if (contact.length === 0) return people
  const posts = await listPosts(unitId, day)
  const main = posts.find(({ rank }) => rank === 'main')
  if (!main) return people
  const deputies = posts.filter(({ rank }) => rank === 'deputy').map(({ userId }) => userId)
  if (main.away) return [...new Set([...people, ...deputies])]
  const otherRoles = new Set(await peopleWith(unitId, roles.filter((role) => !contact.includes(role)), day))
  return people.filter((id) => !deputies.includes(id) || otherRoles.has(id))
}

type Unopened = Pick<Notice, 'id' | 'kind' | 'subjectType' | 'subjectId' | 'regionCode' | 'onceKey' | 'params'> & { readonly deputies: string[] }

/** What starts a limit and lies unopened with the main liaison for the place's time goes to the deputies as well. */
export async function tellDeputies(): Promise<number> {
  const moment = now()
  const waiting = await db.$queryRaw<Unopened[]>`
    WITH post AS (${postsOn(localDay(moment))})
    SELECT n.id, n.kind, n.subject_type AS "subjectType", n.subject_id AS "subjectId", n.region_code AS "regionCode", n.once_key AS "onceKey", n.params,
      ARRAY(SELECT d.user_id::text FROM post d WHERE d.unit_id = main.unit_id AND d.rank = 'deputy') AS deputies
    FROM post main JOIN app_user p ON p.id = main.user_id
    JOIN notice n ON n.user_id = main.user_id AND n.read_at IS NULL AND n.deputies_at IS NULL AND n.created_at > ${new Date(moment.getTime() - longestLook)}
    WHERE main.rank = 'main' AND EXISTS (SELECT 1 FROM post d WHERE d.unit_id = main.unit_id AND d.rank = 'deputy')
      AND ${legalKinds(Prisma.sql`n.kind`)} AND n.created_at <= ${moment}::timestamptz - ${patienceOf(Prisma.sql`p.region_code`)}
    ORDER BY n.created_at LIMIT ${atATime}`
  let told = 0
  for (const { id, kind, subjectType, subjectId, regionCode, onceKey, deputies, params } of waiting) {
    const { title, ...more } = params as { title: string } & Record<string, string | number>
    told += await writeNotices(deputies, { kind, subject: { type: subjectType, id: subjectId }, title, regionCode, onceKey, params: more }, moment)
    await db.notice.update({ where: { id }, data: { deputiesAt: moment } })
  }
  return told
}
