import { getTranslations } from 'next-intl/server'
import type { FilterLabels } from '@/components/ui/filter-bar'

/** The words that every list and form shares, ready to hand to the primitives. */
export async function filterLabels(): Promise<FilterLabels> {
  const t = await getTranslations('common.filter')
  return { bar: t('bar'), apply: t('apply'), clear: t('clear'), active: t('active'), remove: t('remove') }
}

/** `capped`: there are more than `total`, nobody counted how many. */
export async function pagerLabels({ from, to, total, capped = false }: { from: number; to: number; total: number; capped?: boolean }) {
  const t = await getTranslations('common.pager')
  const status = to === 0 ? t('none') : t(capped ? 'statusCapped' : 'status', { from, to, total })
  return { nav: t('nav'), previous: t('previous'), next: t('next'), status }
}

/** Where nobody counts how many there are. */
export async function pageLabels(page: number) {
  const t = await getTranslations('common.pager')
  return { nav: t('nav'), previous: t('previous'), next: t('next'), status: t('page', { page }), countsPages: true }
}

/** The same, with the lines this page shows. */
export async function lineLabels({ before, shown }: { before: number; shown: number }) {
  const t = await getTranslations('common.pager')
  const status = shown === 0 ? t('none') : t('lines', { from: before + 1, to: before + shown })
  return { nav: t('nav'), previous: t('previous'), next: t('next'), status }
}

export async function photoLabels() {
  const t = await getTranslations('common.photo')
  return { before: t('before'), after: t('after'), missing: t('missing') }
}
