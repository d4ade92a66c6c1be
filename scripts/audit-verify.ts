import { verifyAudit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'

const reasons = { gap: 'a line is missing', link: 'it does not follow the line before', content: 'its content was changed', rewritten: 'it is not the line that once stood there' }

const verdict = await verifyAudit()
if (verdict.ok) {
  console.log(`Audit chain whole: ${verdict.lines} lines.`)
} else {
  console.error(`Audit chain broken at stream ${verdict.stream}, line ${verdict.seq}: ${reasons[verdict.reason]}.`)
  process.exitCode = 1
}
await db.$disconnect()
