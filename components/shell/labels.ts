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

/** Where nobody counts how many there are; `status` where the page says more than its number. */
export async function pageLabels(page: number, status?: string) {
  const t = await getTranslations('common.pager')
  return { nav: t('nav'), previous: t('previous'), next: t('next'), status: status ?? t('page', { page }) }
}

export async function draftLabels() {
  const t = await getTranslations('common.draft')
  return { saving: t('saving'), saved: t('saved'), failed: t('failed') }
}

export async function photoLabels() {
  const t = await getTranslations('common.photo')
  return { before: t('before'), after: t('after'), missing: t('missing') }
}
