import {
  cancelClocks, extendClock, pauseClocks, recountClocks, reopenClocks, resumeClocks, satisfyClocks, startClock,
} from '@/lib/engine/deadlines/clocks'
import { queueNotice } from '@/lib/engine/notices/queue'
import { issuePaper, type IssueInput } from '@/lib/engine/papers/issue'
import { today, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/scope'
import type { ClockStart, Step, StepPaper } from './declare'
import type { IssuedPaper, Outcome, PaperDraft } from './feature'

type Given = {
  readonly tx: Tx
  readonly actor: Actor
  readonly step: Step
  readonly subject: { readonly type: string; readonly id: string }
  readonly outcome: Outcome
}

/** Does the declared condition hold? `urgent` wants the flag, `!urgent` wants its absence. */
function holds(condition: string | undefined, outcome: Outcome): boolean {
  if (condition === undefined) return true
  const flags = outcome.flags ?? []
  return condition.startsWith('!') ? !flags.includes(condition.slice(1)) : flags.includes(condition)
}

const named = <T>(values: Readonly<Record<string, T>> | undefined, name: string, what: string): T => {
  const value = values?.[name]
  if (value === undefined) throw new Error(`the effect gave no ${what} "${name}"`)
  return value
}

/** Stops before starts: a step may satisfy one clock of a duty and start the next. */
export async function applyClocks({ tx, actor, step, subject, outcome }: Given): Promise<string[]> {
  const clocks = step.clocks
  if (!clocks) return []
  const told: string[] = []
  const actorId = actor.userId
  for (const { duty, on, when } of clocks.satisfies ?? []) {
    if (!holds(when, outcome)) continue
    await satisfyClocks(tx, { subject, duty, on: on ? named(outcome.dates, on, 'date') : today(), actorId })
    told.push(`satisfy ${duty}`)
  }
  for (const duty of clocks.pauses ?? []) {
    await pauseClocks(tx, { subject, duty, on: today(), actorId })
    told.push(`pause ${duty}`)
  }
  for (const duty of clocks.resumes ?? []) {
    await resumeClocks(tx, { subject, duty, on: today(), actorId })
    told.push(`resume ${duty}`)
  }
  const ends: Record<string, LocalDate> = {}
  for (const { duty, when } of clocks.reopens ?? []) {
    if (!holds(when, outcome)) continue
    await reopenClocks(tx, { subject, duty, on: today(), actorId })
    told.push(`reopen ${duty}`)
  }
  for (const duty of clocks.extends ?? []) {
    const { amount, on, basis = step.basis } = named(outcome.extensions, duty, 'extension')
    const { after } = await extendClock(tx, { subject, duty, amount, basis, approverId: actorId, actorId, ...(on ? { on } : {}) })
    ends[duty] = after
    told.push(`extend ${duty} ${after}`)
  }
  for (const { duty, when } of clocks.recounts ?? []) {
    if (!holds(when, outcome)) continue
    for (const { after } of await recountClocks(tx, { subject, duty, ...named(outcome.recounts, duty, 'recount'), basis: step.basis, actorId })) {
      ends[duty] = after
      told.push(`recount ${duty} ${after}`)
    }
  }
  if (holds(clocks.cancelsWhen, outcome))
    for (const duty of clocks.cancels ?? []) {
      await cancelClocks(tx, { subject, ...(duty === '*' ? {} : { duty }), reason: outcome.to ?? 'step', actorId })
      told.push(`cancel ${duty}`)
    }
  for (const start of clocks.starts ?? []) {
    if (!holds(start.when, outcome)) continue
    const clock = await startClock(tx, {
      rule: start.rule, duty: start.duty, subject, subjectTitle: outcome.title, regionCode: outcome.regionCode,
      owedBy: named(outcome.parties, start.owedBy, 'party'),
      owedTo: start.owedTo ? named(outcome.parties, start.owedTo, 'party') : null,
      triggeredOn: triggerOf(start, outcome, ends), audience: outcome.audience, actorId,
      ...(outcome.amounts?.[start.duty] === undefined ? {} : { amount: outcome.amounts[start.duty] }),
    })
    ends[start.duty] = clock.endOn
    told.push(`start ${start.duty} ${clock.endOn}`)
  }
  await outcome.onClocks?.(ends)
  return told
}

function triggerOf(start: ClockStart, outcome: Outcome, ends: Readonly<Record<string, LocalDate>>): LocalDate {
  if (start.follows) return named(ends, start.follows, 'clock')
  return start.trigger ? named(outcome.dates, start.trigger, 'date') : today()
}

/** Issues exactly the declared papers: one too few or one too many is a defect of the effect. */
export async function applyPapers({ tx, actor, step, subject, outcome }: Given): Promise<string[]> {
  const due = (step.papers ?? []).filter((paper) => holds(paper.when, outcome))
  const drafts = outcome.papers ?? []
  const missing = due.find((paper) => !drafts.some((draft) => draft.kind === paper.kind))
  const extra = drafts.find((draft) => !due.some((paper) => paper.kind === draft.kind))
  if (missing ?? extra) throw new Error(`papers declared and given differ: ${(missing ?? extra)!.kind}`)
  const issued: IssuedPaper[] = []
  for (const draft of drafts) {
    const declared = due.find((paper) => paper.kind === draft.kind)!
    const paper = await issuePaper(tx, {
      kind: draft.kind, subject, regionCode: outcome.regionCode, issuerUnitId: draft.issuerUnitId, data: draft.data,
      number: numberOf(declared, draft), signedById: draft.signedById === undefined ? actor.userId : draft.signedById,
      issuedOn: draft.issuedOn ?? today(), audience: [...draft.audience], ...(draft.scanFileId ? { scanFileId: draft.scanFileId } : {}),
    })
    issued.push({ id: paper.id, kind: draft.kind, number: paper.number })
  }
  await outcome.onPapers?.(issued)
  return issued.map((paper) => [paper.kind, paper.number].filter(Boolean).join(' '))
}

function numberOf({ number }: StepPaper, { takenNumber }: PaperDraft): IssueInput['number'] {
  if (number === 'given') return { given: takenNumber ?? '' }
  if (takenNumber) return { taken: takenNumber }
  return number === 'taken' ? 'assign' : number
}

/** Queued in the same transaction; the worker finds the people and writes their notices. */
export async function applyNotices(given: Given & { readonly name: string; readonly requestId: string }): Promise<void> {
  const { tx, actor, step, subject, outcome, name, requestId } = given
  const groups = (step.notices ?? [])
    .filter((notice) => holds(notice.when, outcome))
    .map((notice) => ({ unitId: named(outcome.parties, notice.party, 'party'), roles: notice.roles }))
  const people = outcome.tell ?? []
  if (groups.length === 0 && people.length === 0) return
  await queueNotice(tx, {
    kind: name, subject, title: outcome.title, regionCode: outcome.regionCode, groups, people,
    exceptUserId: actor.userId, onceKey: `${name}:${subject.id}:${requestId}`,
  })
}
