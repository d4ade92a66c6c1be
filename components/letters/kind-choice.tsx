import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { hrefWith, type Query } from '@/components/ui/query'

/** The kinds a body may use, each with what it is for. */
export async function KindChoice({ kinds, path, query }: { kinds: readonly string[]; path: string; query: Query }) {
  const t = await getTranslations('letters')
  const words = await getTranslations('letterKinds')
  if (kinds.length === 0) return <p className="text-muted">{t('nothingNew')}</p>
  return (
    <ul className="flex max-w-3xl flex-col divide-y divide-line">
      {kinds.map((kind) => (
        <li key={kind} className="py-3">
          <Link className="font-medium text-link" href={hrefWith(path, { ...query, kind })}>{words(`${kind}.name` as never)}</Link>
          <p className="text-muted">{words(`${kind}.help` as never)}</p>
        </li>
      ))}
    </ul>
  )
}
