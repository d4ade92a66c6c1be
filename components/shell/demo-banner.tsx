import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'

/** Stays on paper too: a printed demo page must not pass for a real one. */
export async function DemoBanner() {
  const t = await getTranslations('shell')
  return (
    <section aria-label={t('notice')} className="border-b bg-accent-soft px-4 text-xs leading-6 text-accent-strong">
      <p className="flex items-center justify-center gap-1.5">
        <Icon name="info" />
        {t('demo')}
      </p>
    </section>
  )
}
