import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'

/** The same words for what does not exist and for what this person may not see. */
export async function Missing() {
  const t = await getTranslations('common.notFound')
  return (
    <div className="mx-auto flex max-w-prose flex-col items-start gap-3 px-4 py-16">
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      <p>{t('body')}</p>
      <LinkButton href="/" variant="primary">
        {t('home')}
      </LinkButton>
    </div>
  )
}
