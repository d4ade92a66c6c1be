import { loadActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { peopleWith } from '@/lib/engine/notices/write'
import { workers } from '@/lib/handovers/schema'
import { rightRules } from '@/lib/engine/deadlines/rules'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { obligationQueues, type Queue } from '@/lib/worklist/data/queues'
import { listDeskClocks } from '@/tests/support/desk'

/** What is wrong with the queues: an obligation in none or two, with a person gone, or on no desk of those it waits for. */
export async function queueFaults(): Promise<string[]> {
  const queues = await obligationQueues()
  const open = await db.deadline.findMany({ where: { status: { in: ['running', 'paused'] }, OR: [{ ruleKey: { notIn: [...rightRules] } }, { endOn: { gte: dateColumn(today()) } }] }, select: { id: true, triggeredOn: true } })
  const begun = new Set(open.filter(({ triggeredOn }) => triggeredOn.toISOString().slice(0, 10) <= today()).map(({ id }) => id))
  const faults = open.filter(({ id }) => queues.filter(({ clockId }) => clockId === id).length !== 1).map(({ id }) => `${id}: not in one queue`)
  const said = (queue: Queue, what: string) => `${queue.duty} of ${queue.subjectType} ${queue.subjectId}: ${what}`
  for (const queue of queues) {
    if ((queue.personId === null) === (queue.unitId === null)) faults.push(said(queue, 'is not with exactly one person or unit'))
    if (!queue.served) faults.push(said(queue, 'is with nobody who could see to it'))
  }
  const desks = new Map<string, Promise<Map<string, boolean>>>()
  const deskOf = (id: string) => {
    if (!desks.has(id)) desks.set(id, deskClocks(id))
    return desks.get(id)!
  }
  for (const queue of queues.filter(({ clockId }) => begun.has(clockId))) {
    if (queue.personId) {
      if ((await deskOf(queue.personId)).get(queue.clockId) !== true) faults.push(said(queue, 'is not on the desk of the person it rests with'))
    } else {
      const people = await peopleWith(queue.unitId!, workers, today())
      const seen = await Promise.all(people.map(async (id) => (await deskOf(id)).has(queue.clockId)))
      if (!seen.some(Boolean)) faults.push(said(queue, 'is on no desk of its unit'))
    }
  }
  return faults
}

/** Every open clock of a person's desk, and whether it counts as their own; lapsed rights are on no desk, nor in this map's question. */
async function deskClocks(userId: string): Promise<Map<string, boolean>> {
  const scope = scopeOf(await loadActor(userId))
  const rows = [...(await listDeskClocks(scope, 'owedBy')), ...(await listDeskClocks(scope, 'owedTo'))]
  return new Map(rows.map(({ id, mine }) => [id, mine]))
}
