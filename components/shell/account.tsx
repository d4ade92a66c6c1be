import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button-class'
import { Chip } from '@/components/ui/chip'
import { LanguageSwitch } from './language-switch'

export type AccountView = {
  userName: string
  unitName: string
  regionName: string
  /** The person on whose written authority this one acts now. */
  actingForName?: string
}

/** Who one is here, and the two ways to change that: language and sign-out. */
export async function Account({ userName, unitName, regionName, actingForName, signOutToken }: AccountView & { signOutToken: string }) {
  const t = await getTranslations('shell')
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="font-medium">{userName}</p>
        <p className="text-sm text-muted">{unitName}</p>
        <p className="text-sm text-muted">{regionName}</p>
        <p>
          <Link href="/account" className="inline-block min-h-6 text-sm text-link">
            {t('ownAccount')}
          </Link>
        </p>
        {actingForName && <Chip tone="accent">{t('actingFor', { name: actingForName })}</Chip>}
      </div>
      <div className="flex items-center justify-between border-t pt-2">
        <LanguageSwitch />
        <form action="/api/auth/signout" method="post">
          <input type="hidden" name="csrfToken" value={signOutToken} />
          <input type="hidden" name="callbackUrl" value="/sign-in" />
          <button type="submit" className={buttonClass('plain')}>
            {t('signOut')}
          </button>
        </form>
      </div>
    </div>
  )
}
