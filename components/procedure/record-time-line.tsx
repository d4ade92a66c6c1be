import { getTranslations } from 'next-intl/server'
import { TimeLine } from '@/components/ui/time-line'
import type { TimeLineEntry } from '@/lib/engine/procedure/time-line'
import { localMinute } from '@/lib/platform/clock'

/** What happened to a record: who, for which unit, what, when, which papers came of it. */
export async function RecordTimeLine({ entries, unitNames }: {
  entries: readonly TimeLineEntry[]
  unitNames: Readonly<Record<string, string>>
}) {
  const t = await getTranslations()
  return (
    <TimeLine
      label={t('procedure.timeLine')}
      entries={entries.map((entry) => ({
        id: entry.id,
        at: entry.at.toISOString(),
        when: localMinute(entry.at),
        title: t(`${entry.step}.done` as never),
        by: [entry.unitId ? unitNames[entry.unitId] : undefined, entry.who].filter(Boolean).join(' '),
        body: entry.papers.length > 0 ? entry.papers.map((paper) => paperWords(paper, t)).join(' · ') : undefined,
      }))}
    />
  )
}

/** `filingDecision 澧检行公立〔2026〕3号` → its name in the person's language, and the number. */
function paperWords(paper: string, t: Awaited<ReturnType<typeof getTranslations>>): string {
  const [kind = '', ...number] = paper.split(' ')
  const name = t(`papers.kinds.${kind}` as never)
  return number.length > 0 ? `${name} ${number.join(' ')}` : name
}
