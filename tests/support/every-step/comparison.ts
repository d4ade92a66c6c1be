import type { ClockStart, Step } from '@/lib/engine/procedure/declare'
import { db } from './stage'

const { noticeTask } = await import('@/lib/engine/notices/queue')
const { findStep } = await import('@/lib/engine/procedure/registry')
await import('@/lib/procedures')

/** What differs between the steps as declared and as they were taken; all empty where they agree. */
export type Comparison = {
  readonly taken: ReadonlySet<string>
  readonly lines: readonly string[]
  readonly versions: readonly string[]
  readonly clocks: readonly string[]
  readonly papers: readonly string[]
  readonly notices: readonly string[]
  readonly neverSeen: readonly string[]
}

type Line = {
  action: string; subjectType: string; subjectId: string; at: Date; roleThen: string; requestId: string | null
  actorId: string | null; unitId: string | null; before: { status?: string } | null; after: { status?: string } | null
}
type ClockEvent = { at: Date; verb: string; clock: { id: string; duty: string; ruleKey: string; subjectType: string; subjectId: string } }
type Job = { kind: string; subject: { id: string }; at: string; groups: { roles: string[] }[]; people: string[] }
type Told = { faults: string[]; seen: Set<string> }
type Of = { readonly name: string; readonly step: Step; readonly line: Line }

const stepOf = (name: string): Step => {
  const known = findStep(name)
  if (!known) throw new Error(`a line of no step: ${name}`)
  return known.step
}
const asList = <T>(value: readonly T[] | undefined): readonly T[] => value ?? []
const startKey = ({ rule, duty }: Pick<ClockStart, 'rule' | 'duty'>) => `starts ${rule} ${duty}`

/** Holds each line of the chain against the declaration and against the rows of the same moment. */
export async function compareSteps(): Promise<Comparison> {
  const rows = await db.auditEvent.findMany({ where: { result: 'done', subjectType: { not: 'file' } }, orderBy: [{ at: 'asc' }, { stream: 'asc' }, { seq: 'asc' }] })
  const lines = rows as unknown as Line[]
  const all: Of[] = lines.map((line) => ({ name: line.action, step: stepOf(line.action), line }))
  const clocks = await compareClocks(all)
  const papers = await comparePapers(all)
  const notices = await compareNotices(all)
  const seen = new Set([...clocks.seen, ...papers.seen, ...notices.seen])
  const taken = new Set(lines.map(({ action }) => action))
  return {
    taken, lines: compareLines(all), versions: await compareVersions(all), clocks: clocks.faults, papers: papers.faults, notices: notices.faults,
    neverSeen: [...taken].flatMap((name) => declaredOf(stepOf(name)).map((part) => `${name} ${part}`)).filter((part) => !seen.has(part)),
  }
}

/** Every single consequence a step declares; what cancels everything may find nothing to cancel. */
function declaredOf({ clocks = {}, papers, notices }: Step): string[] {
  return [
    ...asList(clocks.starts).map(startKey),
    ...asList(clocks.satisfies).map(({ duty }) => `satisfy ${duty}`),
    ...asList(clocks.pauses).map((duty) => `pause ${duty}`),
    ...asList(clocks.resumes).map((duty) => `resume ${duty}`),
    ...asList(clocks.extends).map((duty) => `extend ${duty}`),
    ...asList(clocks.reopens).map(({ duty }) => `reopen ${duty}`),
    ...asList(clocks.recounts).map(({ duty }) => `recount ${duty}`),
    ...asList(clocks.cancels).filter((duty) => duty !== '*').map((duty) => `cancel ${duty}`),
    ...asList(papers).map(({ kind }) => `paper ${kind}`),
    ...asList(notices).map(({ roles }) => `tells ${roles.join()}`),
  ]
}

function compareLines(all: readonly Of[]): string[] {
  const faults: string[] = []
  const last = new Map(all.map((each) => [each.line.requestId, each.name]))
  for (const { name, step, line } of all) {
    const [before, after] = [line.before?.status, line.after?.status ?? '']
    const type = findStep(name)!.feature.subject.type
    const checks: Record<string, boolean> = {
      subject: line.subjectType === type && Boolean(line.subjectId),
      from: step.from === 'new' ? line.before?.status === undefined : step.from.includes(before ?? ''),
      to: step.to.length === 0 ? after === before : step.to.includes(after),
      role: step.by.some((role) => line.roleThen.split(',').includes(role)),
      who: line.actorId !== null && line.unitId !== null && line.requestId !== null,
      nested: (last.get(line.requestId) === name) === !step.nested || !step.nested,
    }
    for (const [check, holds] of Object.entries(checks)) if (!holds) faults.push(`${name}: ${check} (${before ?? 'new'} → ${after}, ${line.roleThen})`)
  }
  return faults
}

const matters = (kind: string) => db.oversightMatter.findMany({ where: { kind }, select: { id: true, version: true } })

async function compareVersions(all: readonly Of[]): Promise<string[]> {
  const select = { id: true, version: true } as const
  const stored: Record<string, readonly { id: string; version: number }[]> = {
    clue: await db.clue.findMany({ select }), case: await db.caseFile.findMany({ select }), recommendation: await db.recommendation.findMany({ select }),
    handling: await db.handling.findMany({ select }), dutyCycle: await db.dutyCycle.findMany({ select }), lookBack: await db.lookBack.findMany({ select }), user: await db.user.findMany({ select }),
    rosterImport: await db.rosterImport.findMany({ where: { kind: { in: ['units', 'people'] } }, select }), powerImport: await db.rosterImport.findMany({ where: { kind: 'powers' }, select }), caseImport: await db.rosterImport.findMany({ where: { kind: 'cases' }, select }), importRow: await db.importRow.findMany({ where: { list: { kind: 'cases' } }, select }), handover: await db.handover.findMany({ select }), absence: await db.absence.findMany({ select }), delegation: await db.delegation.findMany({ select }),
    unit: await db.unit.findMany({ select }), setting: await db.settingProposal.findMany({ select }), calendarYear: await db.calendarYear.findMany({ select }),
    noticeDelivery: await db.noticeDelivery.findMany({ select }), filing: await matters('filing'), superiorRequest: await matters('superiorRequest'), supervision: await matters('supervision'),
    appointment: await db.appointment.findMany({ select }), engagement: await db.engagement.findMany({ select }),
    leadingGroup: await db.leadingGroup.findMany({ select }), groupSeat: await db.groupSeat.findMany({ select }),
    undertaking: await db.undertaking.findMany({ select }), participation: await db.participation.findMany({ select }),
    actionItem: await db.actionItem.findMany({ select }), meeting: await db.jointMeeting.findMany({ select }), attendance: await db.attendance.findMany({ select }), issue: await db.issue.findMany({ select }), calendarFeed: await db.calendarFeed.findMany({ select }), observerAttendance: await db.observerAttendance.findMany({ select }),
    charter: await db.charter.findMany({ select }), fulfilment: await db.fulfilment.findMany({ select }), charterQuestion: await db.charterQuestion.findMany({ select }),
    bulletin: await db.bulletin.findMany({ select }), bulletinReading: await db.bulletinReading.findMany({ select }),
    letter: await db.letter.findMany({ select }), dataItem: await db.dataItem.findMany({ select }), dataRequest: await db.dataRequest.findMany({ select }), powerItem: await db.powerItem.findMany({ select }),
    outcome: await db.outcome.findMany({ select }), caseFamily: await db.caseFamily.findMany({ select }),
    region: (await db.region.findMany({ select: { code: true, version: true } })).map(({ code, version }) => ({ id: code, version })),
  }
  const versioned = new Set(Object.keys(stored))
  const unknown = [...new Set(all.map(({ line }) => line.subjectType))].filter((type) => !versioned.has(type)).map((type) => `${type}: no table is named`)
  return [...unknown, ...Object.entries(stored).flatMap(([type, rows]) => rows.flatMap(({ id, version }) => {
    const moves = all.filter(({ step, line }) => line.subjectType === type && line.subjectId === id && step.from !== 'new').length
    return version === moves + 1 ? [] : [`${type} ${id}: ${moves} moves, version ${version}`]
  }))]
}

async function compareClocks(all: readonly Of[]): Promise<Told> {
  const clockOf = { select: { id: true, duty: true, ruleKey: true, subjectType: true, subjectId: true } }
  const rows = await db.deadlineEvent.findMany({ orderBy: { at: 'asc' }, include: { deadline: clockOf } })
  const events: ClockEvent[] = rows.map(({ at, verb, deadline }) => ({ at, verb, clock: deadline }))
  const told: Told = { faults: [], seen: new Set() }
  for (const each of all) compareClocksOf(each, events, told)
  for (const moment of new Set(all.map(({ line }) => line.at.getTime()))) {
    const now = all.filter(({ line }) => line.at.getTime() === moment)
    if (now.some(({ name }) => name.startsWith('calendar.'))) continue
    for (const { verb, clock } of events.filter(({ at, clock: { subjectType }, verb: begun }) => at.getTime() === moment && !(subjectType === 'fulfilment' && begun === 'start')))
      if (!now.some(({ line }) => line.subjectType === clock.subjectType && line.subjectId === clock.subjectId)) told.faults.push(`${now.at(-1)!.name}: ${verb} ${clock.duty} of a record it did not touch`)
  }
  return told
}

function compareClocksOf({ name, step, line }: Of, events: readonly ClockEvent[], { faults, seen }: Told): void {
  const { starts, satisfies, pauses, resumes, extends: extended, reopens, recounts, cancels, cancelsWhen } = step.clocks ?? {}
  const own = events.filter(({ clock }) => clock.subjectType === line.subjectType && clock.subjectId === line.subjectId)
  const here = own.filter(({ at }) => at.getTime() === line.at.getTime())
  const before = own.filter(({ at }) => at < line.at)
  const ended = new Set<string>()
  for (const { verb, clock } of before)
    if (verb === 'satisfy' || verb === 'cancel') ended.add(clock.id)
    else if (verb === 'reopen') ended.delete(clock.id)
  const open = [...new Map(before.filter(({ clock }) => !ended.has(clock.id)).map(({ clock }) => [clock.id, clock])).values()]

  for (const { clock, verb } of here.filter((event) => event.verb === 'start')) {
    if (asList(starts).some(({ rule, duty }) => rule === clock.ruleKey && duty === clock.duty)) seen.add(`${name} ${startKey({ rule: clock.ruleKey, duty: clock.duty })}`)
    else faults.push(`${name}: ${verb} ${clock.ruleKey} ${clock.duty} is not declared`)
  }
  for (const start of asList(starts)) {
    const count = here.filter(({ verb, clock }) => verb === 'start' && clock.ruleKey === start.rule && clock.duty === start.duty).length
    if (count > 1 || (count === 0 && start.when === undefined)) faults.push(`${name}: ${count} times ${startKey(start)}`)
  }
  const changes: Record<string, readonly { duty: string; when?: string }[]> = {
    satisfy: asList(satisfies), pause: asList(pauses).map((duty) => ({ duty })), resume: asList(resumes).map((duty) => ({ duty })),
    extend: asList(extended).map((duty) => ({ duty })), reopen: asList(reopens), recount: asList(recounts), cancel: asList(cancels).map((duty) => ({ duty, ...(cancelsWhen ? { when: cancelsWhen } : {}) })),
  }
  for (const [verb, declared] of Object.entries(changes)) {
    const done = here.filter((event) => event.verb === verb)
    for (const { clock } of done) {
      if (declared.some(({ duty }) => duty === clock.duty || duty === '*')) seen.add(`${name} ${verb} ${clock.duty}`)
      else faults.push(`${name}: ${verb} ${clock.duty} is not declared`)
    }
    // A period that is over is not paused any more.
    if (verb === 'pause') continue
    const stopped = new Set(here.filter((event) => event.verb === 'satisfy').map(({ clock }) => clock.id))
    for (const { duty } of declared.filter(({ when }) => when === undefined))
      for (const clock of open.filter((each) => each.duty === duty || duty === '*'))
        if (!done.some((event) => event.clock.id === clock.id) && !(verb === 'cancel' && stopped.has(clock.id))) faults.push(`${name}: ${verb} ${clock.duty} did not happen`)
  }
  const others = here.filter(({ verb }) => !['start', ...Object.keys(changes)].includes(verb))
  if (!name.startsWith('calendar.')) faults.push(...others.map(({ verb, clock }) => `${name}: ${verb} ${clock.duty}`))
}

async function comparePapers(all: readonly Of[]): Promise<Told> {
  const papers = await db.paper.findMany()
  const told: Told = { faults: [], seen: new Set() }
  let claimed = 0
  for (const { name, step, line } of all) {
    const issued = papers.filter((paper) => paper.createdAt.getTime() === line.at.getTime() && paper.subjectType === line.subjectType && paper.subjectId === line.subjectId)
    claimed += issued.length
    for (const { kind, number, numberSource } of issued) {
      const declared = asList(step.papers).find((paper) => paper.kind === kind)
      if (!declared) told.faults.push(`${name}: ${kind} is not declared`)
      else if ((number !== null) !== (declared.number !== 'none')) told.faults.push(`${name}: ${kind} ${declared.number}, but ${numberSource} ${number ?? ''}`)
      told.seen.add(`${name} paper ${kind}`)
    }
    for (const { kind, when } of asList(step.papers)) {
      const count = issued.filter((paper) => paper.kind === kind).length
      if (count > 1 || (count === 0 && when === undefined)) told.faults.push(`${name}: ${count} times ${kind}`)
    }
  }
  if (claimed !== papers.length) told.faults.push(`${papers.length - claimed} papers belong to no step`)
  return told
}

async function compareNotices(all: readonly Of[]): Promise<Told> {
  const jobs = (await db.$queryRaw<{ payload: Job }[]>`SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = ${noticeTask}`).map(({ payload }) => payload)
  const told: Told = { faults: [], seen: new Set() }
  for (const { name, step, line } of all) {
    const own = jobs.filter((job) => job.kind === name && job.subject.id === line.subjectId && Date.parse(job.at) === line.at.getTime())
    if (own.length > 1) told.faults.push(`${name}: queued ${own.length} times`)
    const groups = own.flatMap((job) => job.groups.map(({ roles }) => roles.join()))
    const declared = asList(step.notices).map(({ roles, when }) => ({ roles: roles.join(), when }))
    for (const group of groups) {
      if (declared.some(({ roles }) => roles === group)) told.seen.add(`${name} tells ${group}`)
      else told.faults.push(`${name}: tells ${group}, which is not declared`)
    }
    for (const { roles } of declared) {
      const [least, most] = [declared.filter((each) => each.roles === roles && each.when === undefined).length, declared.filter((each) => each.roles === roles).length]
      const count = groups.filter((group) => group === roles).length
      if (count < least || count > most) told.faults.push(`${name}: tells ${roles} ${count} times`)
    }
  }
  const kinds = new Set(all.map(({ name }) => name))
  told.faults.push(...jobs.filter(({ kind }) => !kinds.has(kind) && kind !== 'calendar.moved').map(({ kind }) => `${kind} belongs to no step`))
  return told
}
