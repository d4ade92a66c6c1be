import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { PowerView } from '@/lib/powers/loaders'

/** Who said that the entry is wrong or crosses another's, and what came of it. */
export async function Doubts({ view: { item, units } }: { view: PowerView }) {
  const t = await getTranslations('powers')
  const results = await getTranslations('powerItem.values.result')
  if (item.doubts.length === 0) return null
  return (
    <Section title={t('doubts')} count={item.doubts.length}>
      {item.doubts.map((doubt) => (
        <DescriptionList
          key={doubt.id}
          empty={t('none')}
          facts={[
            { term: t('doubtBy'), value: units[doubt.raisedByUnitId], note: localDate(doubt.raisedOn) }, { term: t('doubtReason'), value: doubt.reason },
            ...(doubt.responsibleId ? [{ term: t('responsible'), value: units[doubt.responsibleId] }] : []), { term: t('settler'), value: units[doubt.settlerId] },
            {
              term: t('settled'), value: doubt.result ? results(doubt.result as 'stands') : t('notSettled'),
              note: doubt.settledOn ? [localDate(doubt.settledOn), ...(doubt.settledSigner ? [t('signer', { name: doubt.settledSigner })] : [])].join(' · ') : undefined,
            },
            ...(doubt.settledReason ? [{ term: t('settledReason'), value: doubt.settledReason }] : []),
          ]}
        />
      ))}
    </Section>
  )
}
