import { appendAudit } from '@/lib/platform/audit'
import { transact } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Actor } from '@/lib/platform/scope'
import type { ExportList } from './schema'

export type ExportFacts = {
  readonly list: ExportList
  readonly format: string
  readonly rows: number
  readonly capped: boolean
  /** What it was narrowed by; words that were searched for are told by their number only. */
  readonly filter: Readonly<Record<string, string>>
}

// Filters are codes, dates and ids; what else stands behind the question mark anybody may have written.
const isFilter = ([name, value]: readonly [string, string]): boolean => /^[a-z]{1,20}$/i.test(name) && /^[\w-]{1,40}$/.test(value)

/** Who took what out of the system. The file is handed over only after this line stands. */
export async function recordExport(actor: Actor, { list, ...facts }: ExportFacts): Promise<void> {
  const { q, ...filter } = facts.filter
  await transact((tx) => appendAudit(tx, [{
    stream: actor.regionCode, actor, action: 'list.export', subjectType: 'list', subjectId: list, result: 'done', requestId: newId(),
    after: { ...facts, filter: { ...Object.fromEntries(Object.entries(filter).filter(isFilter)), ...(q === undefined ? {} : { searched: [...q].length }) } },
  }]))
}
