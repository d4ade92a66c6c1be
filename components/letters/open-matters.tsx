import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { NewLetterView } from '@/lib/letters/loaders'
import { localDate, localDay } from '@/lib/platform/clock'

/** S0-28: nobody is asked the same twice because nobody looked. */
export async function OpenMatters({ open }: { open: NewLetterView['open'] }) {
  const t = await getTranslations('letters.warning')
  const kinds = await getTranslations('letterKinds')
  if (open.length === 0) return <Notice>{t('clear')}</Notice>
  return (
    <Notice title={t('title', { count: open.length })}>
      <p>{t('body')}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {open.map(({ type, kind, id, title, from, since, endOn }) => (
          <li key={id}>
            <Link className="text-link" href={`${type === 'letter' ? '/letters' : '/recommendations'}/${id}`}>{title}</Link>{' '}
            <span className="text-sm text-muted">
              {t('line', { kind: kind ? kinds(`${kind}.name` as never) : t('recommendation'), from, since: localDay(new Date(since)) })}
              {endOn && ` · ${t('due', { day: localDate(new Date(endOn)) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
