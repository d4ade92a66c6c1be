import { getTranslations } from 'next-intl/server'
import type { Basis } from '@/lib/engine/procedure/declare'

/** Where a step or a limit stands, small and grey; a local setting says that it is no law. */
export async function BasisLine({ basis }: { basis: readonly Basis[] }) {
  const t = await getTranslations('procedure')
  return (
    <p className="text-xs text-muted">
      {basis.map(({ kind, ref }) => t(`basis.${kind}`, { ref })).join(' · ')}
    </p>
  )
}
