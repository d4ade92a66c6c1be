import '@/lib/procedures'
import { checkCaseClocks } from '@/lib/cases/data/integrity'
import { checkClueClocks } from '@/lib/clues/data/integrity'
import { checkClocksOfClosed, checkClockSubjects, checkPapers, checkQueues, checkTrail, type Tables } from '@/lib/engine/integrity'
import { checkFigures } from '@/lib/figures/data/integrity'
import { checkAudit, checkFiles, type Check, type Finding } from '@/lib/platform/integrity'
import { checkHandlingClocks, checkLetterClocks, checkOneLetter, checkRectified, checkVerdicts } from '@/lib/recommendations/data/integrity'

const tables: Tables = { clue: 'clue', case: 'case_file', recommendation: 'recommendation', handling: 'handling', lookBack: 'look_back' }

/** The composition root of the checks: what must hold in any database whatever happened to it. */
const checks: readonly Check[] = [
  checkClueClocks, checkCaseClocks, checkLetterClocks, checkHandlingClocks, checkVerdicts, checkRectified, checkOneLetter,
  () => checkClockSubjects(tables), () => checkClocksOfClosed(tables), () => checkTrail(tables), () => checkQueues(tables),
  checkFigures, checkPapers, checkFiles, checkAudit,
]

/** Reads everything as the application may read it; nothing is put right here. */
export async function runIntegrityChecks(): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of checks) findings.push(...(await check()))
  return findings
}
