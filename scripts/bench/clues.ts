import { unitToken } from '@/lib/platform/scope'
import { idAt, placeOf } from './ground'
import { clockRow, dayOf, lastDay, momentOf, searchOf, stamp } from './rows'
import { randomOf, type Story, storyOf } from './text'

const domains = ['environment', 'environment', 'environment', 'foodAndDrug', 'foodAndDrug', 'workSafety', 'stateProperty', 'minors', 'farmProduce', 'relics']

/** The share of each stage among clues of some age; the newest are still open. */
const stages: readonly (readonly [number, string])[] = [
  [0.02, 'referred'], [0.07, 'registered'], [0.09, 'proposed'], [0.1, 'reviewed'], [0.7, 'opened'], [0.96, 'declined'], [1, 'transferred'],
]

export const casesEvery = 10
/** Every tenth clue led to a case. */
export const hasCase = (index: number) => index % casesEvery === 5

export function clueOf(index: number, total: number) {
  const { place, agency, handler } = placeOf(index)
  const moment = momentOf(index, total)
  const mark = randomOf(index * 13 + 5)()
  const status = hasCase(index) ? 'opened' : stages.find(([upTo]) => mark < upTo)![1]
  const audience = [unitToken(agency.id), unitToken(place.office.id)]
  let story: Story | undefined
  return {
    index, id: idAt(moment, 1, index), number: `基准线索${index}号`, place, agency, handler, moment, status, audience,
    get story() {
      return (story ??= storyOf(index))
    },
  }
}
export type BenchClue = ReturnType<typeof clueOf>

export const clueColumns = [
  'id', 'region_code', 'number', 'title', 'source', 'domain', 'discovered_on', 'referred_on', 'registered_on', 'place', 'facts', 'harm', 'sender_unit_id',
  'receiver_unit_id', 'entered_by_id', 'handler_id', 'status', 'version', 'audience', 'search', 'created_at', 'updated_at', 'outcome_on', 'materials',
]

export function clueRow(clue: BenchClue): unknown[] {
  const { story, place, agency, status, moment } = clue
  const day = dayOf(moment)
  const over = ['opened', 'declined', 'transferred'].includes(status)
  return [
    clue.id, place.code, clue.number, story.title, 'dutyFinding', domains[clue.index % domains.length], day, day, status === 'referred' ? null : day,
    story.place, story.facts, story.harm, agency.id, place.office.id, agency.people[0]!.id, status === 'referred' ? null : clue.handler.id, status, 2, clue.audience,
    searchOf([clue.number, story.title, story.place, story.facts, agency.name], clue.audience), stamp(moment), stamp(moment), over ? day : null, ['移送函'],
  ]
}

/** The evaluation clock: open as long as nothing is proposed. */
export const clueClock = ({ index, id, place, story, moment, status, audience }: BenchClue) =>
  status === 'referred' ? null : clockRow({
    index, kind: 2, region: place.code, rule: 'clue_assessment_internal', duty: 'clue.propose', type: 'clue', subjectId: id, title: story.title,
    by: place.office.id, to: null, moment, state: status === 'registered' ? 'running' : 'satisfied', audience,
  })

export const auditColumns = [
  'id', 'stream', 'seq', 'at', 'actor_id', 'actor_name', 'role_then', 'unit_id', 'action', 'subject_type', 'subject_id', 'result', 'after', 'hash_name',
  'prev_hash', 'hash',
]

/**
 * History of a clue. The lines hang together by name only: they are there to be read and to be followed by true ones, not to be
 * verified.
 */
export function* historyOf(total: number, clues: () => Iterable<BenchClue>): Generator<unknown[]> {
  const heads = new Map<string, number>()
  for (const clue of clues()) {
    const told = ['clue.refer', ...(clue.status === 'referred' ? [] : ['clue.register']), ...(['opened', 'declined'].includes(clue.status) ? ['clue.propose', 'clue.review'] : [])]
    for (const [at, action] of told.entries()) {
      const stream = clue.place.code
      const seq = (heads.get(stream) ?? 0) + 1
      heads.set(stream, seq)
      const who = at === 0 ? clue.agency.people[0]! : clue.handler
      yield [
        idAt(clue.moment, 16 + at, clue.index), stream, seq, stamp(clue.moment + at * 1000), who.id, who.name, who.roles.join(','), who.unitId, action, 'clue',
        clue.id, 'done', `{"status":"${clue.status}"}`, 'none', seq === 1 ? `start:${stream}` : `${stream}:${seq - 1}`, `${stream}:${seq}`,
      ]
    }
  }
}

export function* cluesOf(total: number): Generator<BenchClue> {
  for (let index = 0; index < total; index += 1) yield clueOf(index, total)
}

export const isRecent = (moment: number) => moment > Date.parse(`${lastDay}T00:00:00Z`) - 60 * 86_400_000
