import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'

const shown = [
  'liyuan.prosecutor', 'liyuan.head', 'liyuan.chief', 'liyuan.manager', 'liyuan.court', 'liyuan.judge', 'liyuan.water.liaison', 'liyuan.water.handler',
  'liyuan.water.legal', 'liyuan.water.leader', 'jinli.bureau', 'lanan.government', 'shifan.superior', 'liyuan.admin', 'liyuan.security', 'liyuan.audit',
] as const

/** Only in the demo: whom one can be, and how. */
export async function DemoAccounts({ password }: { password: string }) {
  const t = await getTranslations('identity.demo')
  return (
    <Disclosure summary={t('title')}>
      <p className="text-sm text-muted">{t('body')}</p>
      <p className="mt-2">
        {t('password')} <code className="select-all">{password}</code>
      </p>
      <ul className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-2">
        {shown.map((login) => (
          <li key={login}>
            <code className="select-all">{login}</code> <span className="text-muted">{t(`who.${login.split('.').slice(1).join('-')}`)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
