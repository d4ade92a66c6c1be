import { verifyAudit } from './audit'
import { now } from './clock'
import { db, errorCode, json } from './db'
import { provenPath } from './files'
import { newId } from './id'
import { log } from './log'

/** Something that cannot be, found by reading: which check, at which record, what it saw. */
export type Finding = { readonly check: string; readonly subjectType: string; readonly subjectId: string; readonly detail: string }

export type Check = () => Promise<Finding[]>

/** All checks by name. One that fails itself is a finding: what was not looked at is not sound. */
export async function runChecks(checks: Readonly<Record<string, Check>>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [name, check] of Object.entries(checks)) {
    const failed = (error: unknown): Finding[] => [{ check: 'notChecked', subjectType: 'check', subjectId: name, detail: errorCode(error) || String(error) }]
    findings.push(...(await check().catch(failed)))
  }
  return findings
}

/** As many as a person would go through one by one; the number is the true one. */
const mostKept = 500

/** Runs the checks and keeps what they found, without what a record says: the administrator reads it, who does no business. */
export async function keepChecks(checks: Readonly<Record<string, Check>>): Promise<void> {
  const startedAt = now()
  const findings = await runChecks(checks)
  const kept = findings.slice(0, mostKept).map(({ check, subjectType, subjectId }) => ({ check, subjectType, subjectId }))
  await db.integrityRun.create({ data: { id: newId(), startedAt, endedAt: now(), found: findings.length, findings: json(kept) } })
  if (findings.length > 0) log('error', 'integrity.found', { count: findings.length, checks: [...new Set(findings.map(({ check }) => check))] })
}

const page = 200

/** Every row has its bytes, and they are those that came in. */
export async function checkFiles(): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const rows = await db.storedFile.findMany({
      ...(after ? { where: { id: { gt: after } } } : {}), orderBy: { id: 'asc' }, take: page, select: { id: true, storageKey: true, sha256: true, name: true },
    })
    for (const row of rows)
      if (!(await provenPath(row))) findings.push({ check: 'fileBytes', subjectType: 'file', subjectId: row.id, detail: row.name })
    const last = rows.at(-1)
    if (!last) return findings
    after = last.id
  }
}

export async function checkAudit(): Promise<Finding[]> {
  const verdict = await verifyAudit()
  return verdict.ok ? [] : [{ check: 'auditChain', subjectType: 'audit', subjectId: verdict.stream, detail: `${verdict.reason} ${verdict.seq}` }]
}
