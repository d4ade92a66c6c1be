import { getTranslations } from 'next-intl/server'
import { PhotoPair } from '@/components/ui/photo-pair'
import { Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { HandlingView, HandlingLetter } from './handling-view'

/** What the agency did, demand by demand, with the photographs side by side. */
export async function ActionLog({ actions, demands }: Pick<HandlingView, 'actions'> & Pick<HandlingLetter, 'demands'>) {
  const t = await getTranslations('handlings.log')
  const common = await getTranslations('common.photo')
  const labels = { before: common('before'), after: common('after'), missing: common('missing') }
  return (
    <Section title={t('title')} count={actions.length}>
      {actions.length === 0 && <p className="text-muted">{t('empty')}</p>}
      <ol className="flex flex-col gap-4">
        {actions.map((action) => (
          <li key={action.id} className="border-t border-line pt-3">
            <p className="text-sm text-muted tabular-nums">
              {localDate(action.takenOn)} · {t('demand', { ordinal: demands.find(({ id }) => id === action.demandId)?.ordinal ?? 0 })} · {action.place}
            </p>
            <p className="whitespace-pre-line">{action.description}</p>
            {(action.beforeFileId ?? action.afterFileId) && (
              <PhotoPair
                labels={labels}
                before={photo(action.beforeFileId, action.place)}
                after={photo(action.afterFileId, action.place)}
              />
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

const photo = (id: string | null, alt: string) => (id ? { src: `/api/files/${id}?inline=1`, alt } : undefined)
