import { verifyAudit } from './audit'
import { db } from './db'
import { provenPath } from './files'

/** Something that cannot be, found by reading: which check, at which record, what it saw. */
export type Finding = { readonly check: string; readonly subjectType: string; readonly subjectId: string; readonly detail: string }

export type Check = () => Promise<Finding[]>

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
