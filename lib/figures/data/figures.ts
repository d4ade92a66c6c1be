import { listDomains } from '@/lib/clues/rules/dictionaries'
import { today } from '@/lib/platform/clock'
import { type Actor, scopeOf } from '@/lib/platform/scope'
import { seesAgencies } from '../policy'
import { type Group, periodOf } from '../rules'
import { figuresFilterSchema } from '../schema'
import { countFigures } from './count'

/** What this person's figures are; the page and its export are the same. */
export async function figuresFor(actor: Actor, query: Readonly<Record<string, string | string[] | undefined>>) {
  const day = today()
  const compares = seesAgencies(actor)
  const parsed = figuresFilterSchema.parse(query)
  const filter = compares ? parsed : { ...parsed, agency: actor.unitId }
  const period = periodOf(filter, day)
  const { agencies, firstYear, total, ...counted } = await countFigures(scopeOf(actor), { ...filter, period, today: day })
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const byName = (a: string, b: string) => (names.get(a) ?? '').localeCompare(names.get(b) ?? '', 'zh-CN') || (a < b ? -1 : 1)
  const domains = listDomains().map(({ key }) => key)
  const thisYear = Number(day.slice(0, 4))
  const years = Array.from({ length: thisYear - Math.min(Number(firstYear ?? thisYear), thisYear) + 1 }, (_, back) => String(thisYear - back))
  return {
    filter: parsed, period, today: day, compares, years, domains, agencies: compares ? agencies : [], names: Object.fromEntries(names),
    unitName: actor.unitName, total,
    // Side by side in the order of names, never ranked.
    byAgency: compares ? sorted(counted.byAgency, byName) : [],
    byDomain: sorted(counted.byDomain, (a, b) => domains.indexOf(a) - domains.indexOf(b)),
    byMonth: sorted(counted.byMonth, (a, b) => (a < b ? -1 : 1)),
  }
}

const sorted = (groups: readonly Group[], order: (a: string, b: string) => number): Group[] => [...groups].sort((a, b) => order(a.key, b.key))
