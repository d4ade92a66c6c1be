import { getTranslations } from 'next-intl/server'
import type { Present } from '@/lib/drafts/rules'
import type { WatchedType } from '@/lib/drafts/schema'
import { PresenceLine } from './presence-line'
import { presenceWords } from './presence-words'

/** Says who else is at a form of this page, so that two do not write the same. */
export async function Presence({ type, id, present }: { type: WatchedType; id: string; present: Present }) {
  const t = await getTranslations('procedure.presence')
  return <PresenceLine address={`/api/presence/${type}/${id}`} first={presenceWords(present, t as never)} />
}
