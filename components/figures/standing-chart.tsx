import { getTranslations } from 'next-intl/server'
import type { Counts } from '@/lib/figures/schema'

export type Line = { readonly key: string; readonly name: string; readonly counts: Counts }

const whole = 1000
const height = 12

/** One bar a line: of what was received, what is verified, what is overdue, and the rest. The table below says the same in numbers. */
export async function StandingChart({ caption, lines }: { caption: string; lines: readonly Line[] }) {
  const t = await getTranslations('figures.chart')
  const most = Math.max(1, ...lines.map(({ counts }) => counts.received))
  return (
    <figure className="flex flex-col gap-2 rounded-lg border bg-surface p-4">
      <figcaption className="sr-only">{caption}</figcaption>
      <ul aria-hidden="true" className="flex flex-wrap gap-x-4 text-xs text-muted">
        <Legend fill="fill-green" words={t('rectified')} />
        <Legend fill="fill-red" words={t('overdue')} />
        <Legend fill="fill-line-strong" words={t('other')} />
      </ul>
      <ul className="flex flex-col gap-1.5">
        {lines.map(({ key, name, counts }) => (
          <li key={key} className="grid grid-cols-[6.5rem_1fr_2.5rem] items-center gap-x-3 text-sm sm:grid-cols-[10rem_1fr_2.5rem]">
            <span className="truncate" title={name}>{name}</span>
            <Bar counts={counts} most={most} words={t('bar', { name, ...shares(counts), received: counts.received })} />
            <span className="text-right">{counts.received}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

const shares = ({ received, rectified, overdueUnrectified }: Counts) =>
  ({ rectified, overdue: overdueUnrectified, other: received - rectified - overdueUnrectified })

function Bar({ counts, most, words }: { counts: Counts; most: number; words: string }) {
  const { rectified, overdue, other } = shares(counts)
  const wide = (count: number) => Math.round((count * whole) / most)
  return (
    <svg role="img" viewBox={`0 0 ${whole} ${height}`} preserveAspectRatio="none" width="100%" height={height}>
      <title>{words}</title>
      <rect x={0} y={0} width={wide(rectified)} height={height} className="fill-green" />
      <rect x={wide(rectified)} y={0} width={wide(overdue)} height={height} className="fill-red" />
      <rect x={wide(rectified) + wide(overdue)} y={0} width={wide(other)} height={height} className="fill-line-strong" />
    </svg>
  )
}

const Legend = ({ fill, words }: { fill: string; words: string }) => (
  <li className="inline-flex items-center gap-1">
    <svg width={10} height={10} viewBox="0 0 10 10"><rect width={10} height={10} className={fill} /></svg>
    {words}
  </li>
)
