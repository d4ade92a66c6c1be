import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Chip } from '@/components/ui/chip'
import type { Standing } from '@/lib/charters/data/standing'
import type { Terms } from '@/lib/charters/schema'

const none = { kept: 0, late: 0, broken: 0, atRisk: 0, owed: 0 }
type Words = Awaited<ReturnType<typeof getTranslations<'charters'>>>

/** How one promise stands: each figure opens the records behind it. Broken is overdue, hence red; kept has a neutral tick. */
export async function StandingMarks({ id, standing, terms, kind }: { id: string; standing: Standing | undefined; terms: Terms; kind: string }) {
  const t = await getTranslations('charters')
  const { kept, late, broken, atRisk, owed } = standing ?? none
  const path = `/charters/obligations/${id}`
  if (kind === 'visibility' || terms.effect) return <Chip icon="check">{t('standing.bySystem')}</Chip>
  if (kept + late + broken + atRisk + owed === 0) return <Link className="text-sm text-muted text-link" href={path}>{t(emptyWord(kind, terms))}</Link>
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {broken + late > 0 && <Link href={`${path}?state=broken`}><Chip tone={broken > 0 ? 'red' : 'neutral'} icon="warning">{t('standing.broken', { count: broken + late })}</Chip></Link>}
      {atRisk > 0 && <Link href={`${path}?state=atRisk`}><Chip tone="amber">{t('standing.atRisk', { count: atRisk })}</Chip></Link>}
      {owed > 0 && <Link href={`${path}?state=owed`}><Chip>{t('standing.owed', { count: owed })}</Chip></Link>}
      {kept > 0 && <Link className="inline-flex items-center gap-1 text-sm text-link" href={`${path}?state=kept`}><Icon name="check" />{t(kind === 'right' || kind === 'gate' ? 'standing.used' : 'standing.kept', { count: kept })}</Link>}
    </span>
  )
}

function emptyWord(kind: string, { duty, amount }: Terms): Parameters<Words>[0] {
  if (kind === 'right' || kind === 'gate') return 'standing.notUsed'
  return kind === 'event' && duty === 'clue.refer' && amount === undefined ? 'standing.noLimit' : 'standing.nothingYet'
}

/** The four figures of a whole opinion. */
export async function StandingSums({ standings }: { standings: readonly Standing[] }) {
  const t = await getTranslations('charters')
  const sum = (of: keyof typeof none) => standings.reduce((total, each) => total + each[of], 0)
  const broken = sum('broken')
  const figures = [
    { key: 'broken', value: broken, tone: broken > 0 ? 'text-red' : '' }, { key: 'atRisk', value: sum('atRisk'), tone: sum('atRisk') > 0 ? 'text-amber' : '' },
    { key: 'owed', value: sum('owed'), tone: '' }, { key: 'late', value: sum('late'), tone: '' }, { key: 'kept', value: sum('kept'), tone: '' },
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line sm:grid-cols-5">
      {figures.map(({ key, value, tone }) => (
        <div key={key} className="flex flex-col gap-1 bg-surface p-3 last:col-span-2 sm:last:col-span-1">
          <dt className="text-sm text-muted">{t(`sums.${key}`)}</dt>
          <dd className={`text-2xl font-semibold tabular-nums ${tone}`}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
