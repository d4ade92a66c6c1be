import { getTranslations } from 'next-intl/server'

export async function Footer() {
  const t = await getTranslations('shell')
  return (
    <footer className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-t px-4 py-3 text-xs text-muted lg:px-6 print:hidden">
      <span>
        {t('product')} · {t('tagline')}
      </span>
      <span>{t('unclassified')}</span>
    </footer>
  )
}
