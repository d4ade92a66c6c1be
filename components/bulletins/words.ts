import { getTranslations } from 'next-intl/server'

/** 2026q1 as people say it. */
export async function periodName(period: string): Promise<string> {
  const t = await getTranslations('bulletins')
  return t(period.length > 4 ? 'quarter' : 'year', { year: period.slice(0, 4), part: period.slice(5) })
}
