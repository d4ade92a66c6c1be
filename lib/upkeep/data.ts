import { z } from 'zod'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { managesAll } from '@/lib/units/data'

const kept = z.array(z.object({ check: z.string(), subjectType: z.string(), subjectId: z.string() }))

/** The nights' checks, newest first. Where a finding lies is shown to whoever manages the whole system. */
export async function listRuns(scope: Scope, take: number) {
  const [rows, all] = await Promise.all([db.integrityRun.findMany({ orderBy: { startedAt: 'desc' }, take }), managesAll(scope)])
  return rows.map(({ findings, ...run }) => ({ ...run, findings: all ? kept.parse(findings) : [] }))
}
