import { getTranslations } from 'next-intl/server'
import { LinkChoices } from '@/components/ui/link-choices'
import { hrefWith, type Query } from '@/components/ui/query'

/** The kinds a body may use, each with what it is for. */
export async function KindChoice({ kinds, path, query }: { kinds: readonly string[]; path: string; query: Query }) {
  const t = await getTranslations('letters')
  const words = await getTranslations('letterKinds')
  if (kinds.length === 0) return <p className="text-muted">{t('nothingNew')}</p>
  return <LinkChoices choices={kinds.map((kind) => ({ href: hrefWith(path, { ...query, kind }), name: words(`${kind}.name` as never), help: words(`${kind}.help` as never) }))} />
}
