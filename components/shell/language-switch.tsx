import { getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button-class'
import { type Locale, locales } from '@/lib/platform/i18n'

// Each language is named in itself, so that whoever needs it can read it.
const names: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' }

export async function LanguageSwitch() {
  const t = await getTranslations('shell')
  const now = await getLocale()
  return (
    <form action="/api/locale" method="post" aria-label={t('language')} className="flex">
      {locales
        .filter((locale) => locale !== now)
        .map((locale) => (
          <button key={locale} name="locale" value={locale} lang={locale} className={buttonClass('plain')}>
            {names[locale]}
          </button>
        ))}
    </form>
  )
}
