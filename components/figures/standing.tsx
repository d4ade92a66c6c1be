import { getTranslations } from 'next-intl/server'
import { hrefWith, type Query } from '@/components/ui/query'
import { Section } from '@/components/ui/section'
import type { Counts } from '@/lib/figures/schema'
import { shownMeasures } from './lines'
import { lettersPath } from './rows-link'
import { StandingView, type StandingWords } from './standing-view'

export type Group = { readonly key: string; readonly name: string; readonly counts: Counts }

/** One question: a chart and, beneath it, the table for those who read, print and export. */
export async function Standing({ title, head, groups, queryOf }: {
  title: string
  head: string
  groups: readonly Group[]
  /** What narrows the letters to those of the group, at least by the group itself. */
  queryOf: (group: Group) => Query
}) {
  const lines = groups.map((group) => ({
    key: group.key, name: group.name, href: `${hrefWith(lettersPath, queryOf(group))}&figure=`, numbers: shownMeasures.map((measure) => group.counts[measure]),
  }))
  return <Section title={title}><StandingView caption={title} lines={lines} words={await wordsOf(head)} /></Section>
}

async function wordsOf(name: string): Promise<StandingWords> {
  const t = await getTranslations('figures')
  return {
    name, received: t('measure.received'), replied: t('measure.replied'), inTime: t('column.inTime'), rectified: t('measure.rectified'),
    rectification: t('column.rectification'), overdue: t('measure.overdue'), relapsed: t('measure.relapsed'), noRate: t('noRate'),
    chart: { rectified: t('chart.rectified'), overdue: t('chart.overdue'), other: t('chart.other'), bar: t.raw('chart.bar') as string },
  }
}
