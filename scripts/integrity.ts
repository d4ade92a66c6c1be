import { runIntegrityChecks } from '@/lib/integrity'
import { db } from '@/lib/platform/db'

const findings = await runIntegrityChecks()
for (const { check, subjectType, subjectId, detail } of findings) console.error(`${check}: ${subjectType} ${subjectId} ${detail}`)
console.log(findings.length === 0 ? 'Nothing found.' : `${findings.length} found.`)
if (findings.length > 0) process.exitCode = 1
await db.$disconnect()
