import { withValues } from '@/components/ui/words'
import { countOf, type Line } from './lines'

export type ChartWords = Readonly<Record<'rectified' | 'overdue' | 'other' | 'bar', string>>

const whole = 1000
const height = 12

/** One bar a line: of what was received, what is verified, what is overdue, and the rest. The table below says the same in numbers. */
export function StandingChart({ caption, lines, words }: { caption: string; lines: readonly Line[]; words: ChartWords }) {
  const most = Math.max(1, ...lines.map((line) => countOf(line, 'received')))
  return (
    <figure className="flex flex-col gap-2 rounded-lg border bg-surface p-4">
      <figcaption className="sr-only">{caption}</figcaption>
      <ul aria-hidden="true" className="flex flex-wrap gap-x-4 text-xs text-muted">
        <Legend fill="fill-green" words={words.rectified} />
        <Legend fill="fill-red" words={words.overdue} />
        <Legend fill="fill-line-strong" words={words.other} />
      </ul>
      <ul className="standing-bars">
        {lines.map((line) => (
          <li key={line.key}>
            <span title={line.name}>{line.name}</span>
            <Bar line={line} most={most} words={words.bar} />
            <span>{countOf(line, 'received')}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function Bar({ line, most, words }: { line: Line; most: number; words: string }) {
  const [received, rectified, overdue] = [countOf(line, 'received'), countOf(line, 'rectified'), countOf(line, 'overdueUnrectified')]
  const other = received - rectified - overdue
  const wide = (count: number) => Math.round((count * whole) / most)
  return (
    <svg role="img" viewBox={`0 0 ${whole} ${height}`} preserveAspectRatio="none">
      <title>{withValues(words, { name: line.name, received, rectified, overdue, other })}</title>
      {rectified > 0 && <rect width={wide(rectified)} height={height} className="fill-green" />}
      {overdue > 0 && <rect x={wide(rectified)} width={wide(overdue)} height={height} className="fill-red" />}
      {other > 0 && <rect x={wide(rectified) + wide(overdue)} width={wide(other)} height={height} className="fill-line-strong" />}
    </svg>
  )
}

const Legend = ({ fill, words }: { fill: string; words: string }) => (
  <li className="inline-flex items-center gap-1">
    <svg width={10} height={10} viewBox="0 0 10 10"><rect width={10} height={10} className={fill} /></svg>
    {words}
  </li>
)
