import '@/lib/procedures'
import { randomUUID } from 'node:crypto'
import { takeStep } from '@/lib/engine/procedure/take-step'
import { loadActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { departmentHead, places, prosecutor } from './ground'
import story from './story.json'

const seconds = Number(process.argv[2])
const crowd = 16

const office = places[0]!.office
const actors = new Map(await Promise.all([...office.people].map(async ({ id }) => [id, await loadActor(id)] as const)))
const open = await db.clue.findMany({
  where: { receiverUnitId: office.id, status: 'registered' }, orderBy: { id: 'asc' }, take: 2000, select: { id: true, handlerId: true },
})

async function taken(actorId: string, step: string, id: string | null, input: unknown): Promise<void> {
  const answer = await takeStep(actors.get(actorId)!, step, id, input, { requestId: randomUUID() })
  if (!answer.ok) throw new Error(`${step}: ${JSON.stringify(answer)}`)
}

let turn = 0

/** Proposed by its handler (a clock ends) or sent back by the head (a clock starts), each with its audit line. */
function stepper(): () => Promise<void> {
  let held: (typeof open)[number] | null = null
  return async () => {
    const clue = held ?? open[turn++ % open.length]!
    if (held) await taken(departmentHead.id, 'clue.sendBack', clue.id, { reason: story.reason })
    else await taken(clue.handlerId!, 'clue.propose', clue.id, story.propose)
    held = held ? null : clue
  }
}

const agencies = places[0]!.agencies.slice(0, 2).map(({ id }) => id)
const creator = () => () => taken(prosecutor.id, 'clue.enter', null, { ...story.enter, unitIds: agencies })

async function measure(clients: number, make: () => () => Promise<void>) {
  const times: number[] = []
  const started = performance.now()
  const before = process.cpuUsage()
  const until = started + seconds * 1000
  await Promise.all(Array.from({ length: clients }, async () => {
    const work = make()
    while (performance.now() < until) {
      const from = performance.now()
      await work()
      times.push(performance.now() - from)
    }
  }))
  const spent = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(times.length * 0.5)], p95: times[Math.floor(times.length * 0.95)], rate: times.length / spent, cpu: (user + system) / 1000 / times.length }
}

for (let warm = 0; warm < 20; warm += 1) await creator()()
const result = {
  'step, one client': await measure(1, stepper),
  'step, 16 clients': await measure(crowd, stepper),
  'create, one client': await measure(1, creator),
  'create, 16 clients': await measure(crowd, creator),
}
console.log(JSON.stringify(result))
await db.$disconnect()
