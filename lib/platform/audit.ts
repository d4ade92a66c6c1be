import { readAnchors } from './audit-anchor'
import { canonicalJson, sha256 } from './canonical'
import { now } from './clock'
import { db, json, type Tx } from './db'
import { newId } from './id'
import type { Actor } from './scope'

export type AuditLine = {
  stream: string
  actor: Actor | null
  action: string
  subjectType: string
  subjectId: string | null
  result: 'done' | 'denied' | 'failed'
  reason?: string | null
  before?: unknown
  after?: unknown
  requestId?: string | null
}

/** The unit's word for the system itself, where no person acts. */
const systemName = '系统'

/**
 * Appends lines to their streams. Call it last in the transaction: it takes the stream's lock, which the next change in
 * the region waits for. Lines get their moment here, never going back behind the line before.
 */
export async function appendAudit(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  const streams = [...new Set(lines.map((line) => line.stream))].sort()
  for (const stream of streams) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`audit:${stream}`}))`
    const head = await tx.auditEvent.findFirst({ where: { stream }, orderBy: { seq: 'desc' }, select: { seq: true, hash: true } })
    let seq = head?.seq ?? 0
    let prevHash = head?.hash ?? `start:${stream}`
    const rows = []
    for (const line of lines.filter((each) => each.stream === stream)) {
      seq += 1
      const row = { ...rowOf(line), seq, prevHash, hashName: 'sha256' }
      const hash = hashOf(row)
      rows.push({ ...row, hash, before: nullable(row.before), after: nullable(row.after) })
      prevHash = hash
    }
    await tx.auditEvent.createMany({ data: rows })
  }
}

type HashedRow = Omit<ReturnType<typeof rowOf>, 'before' | 'after' | 'result'> & {
  result: string
  before: unknown
  after: unknown
  seq: number
  prevHash: string
  hashName: string
}

function rowOf(line: AuditLine) {
  const { actor } = line
  return {
    id: newId(),
    stream: line.stream,
    at: now(),
    actorId: actor?.userId ?? null,
    actorName: actor?.name ?? systemName,
    actingForId: actor?.actingFor?.userId ?? null,
    roleThen: actor?.roles.join(',') ?? 'system',
    unitId: actor?.unitId ?? null,
    action: line.action,
    subjectType: line.subjectType,
    subjectId: line.subjectId,
    result: line.result,
    reason: line.reason ?? null,
    before: line.before === undefined ? null : json(line.before),
    after: line.after === undefined ? null : json(line.after),
    requestId: line.requestId ?? null,
    sourceAddress: actor?.sourceAddress ?? null,
    sessionId: actor?.sessionId ?? null,
  }
}

const nullable = <T>(value: T) => value ?? undefined

// Fields in a fixed order, each behind its length, so that no content can be shifted between fields.
function hashOf(row: HashedRow): string {
  const fields = [
    row.id, row.stream, row.seq, row.at.toISOString(), row.actorId, row.actorName, row.actingForId, row.roleThen, row.unitId,
    row.action, row.subjectType, row.subjectId, row.result, row.reason, canonicalJson(row.before), canonicalJson(row.after),
    row.requestId, row.sourceAddress, row.sessionId, row.hashName, row.prevHash,
  ].map((field) => (field === null ? '-' : `${String(field).length}:${field}`))
  return sha256(fields.join('|'))
}

export type AuditFault = 'gap' | 'link' | 'content' | 'rewritten'

export type AuditVerdict =
  | { ok: true; lines: number; heads: Record<string, { seq: number; hash: string }> }
  | { ok: false; lines: number; stream: string; seq: number; reason: AuditFault }

/** Walks every stream from its start, past the heads kept outside the database, and names the first line that does not hold. */
export async function verifyAudit(page = 500): Promise<AuditVerdict> {
  const known = await db.auditEvent.findMany({ distinct: ['stream'], select: { stream: true } })
  const anchors = await readAnchors()
  const heads: Record<string, { seq: number; hash: string }> = {}
  let lines = 0
  for (const stream of [...new Set([...known.map((row) => row.stream), ...anchors.keys()])].sort()) {
    const anchored = anchors.get(stream)
    let seq = 0
    let prevHash = `start:${stream}`
    for (;;) {
      const rows = await db.auditEvent.findMany({ where: { stream, seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: page })
      if (rows.length === 0) break
      for (const row of rows) {
        const broken = faultOf(row, seq + 1, prevHash, anchored?.get(row.seq))
        if (broken) return { ok: false, lines, stream, seq: broken === 'gap' ? seq + 1 : row.seq, reason: broken }
        seq = row.seq
        prevHash = row.hash
        lines += 1
      }
    }
    if (anchored && Math.max(...anchored.keys()) > seq) return { ok: false, lines, stream, seq: seq + 1, reason: 'gap' }
    heads[stream] = { seq, hash: prevHash }
  }
  return { ok: true, lines, heads }
}

function faultOf(row: HashedRow & { hash: string }, seq: number, prevHash: string, anchoredHash: string | undefined): AuditFault | null {
  if (row.seq !== seq) return 'gap'
  if (row.prevHash !== prevHash) return 'link'
  if (hashOf(row) !== row.hash) return 'content'
  return anchoredHash !== undefined && anchoredHash !== row.hash ? 'rewritten' : null
}
