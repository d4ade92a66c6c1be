import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import type { PowerChoice } from '@/lib/powers/data/choices'

/** What an evaluation or a letter rests on, each in the version cited. */
export async function CitedPowers({ entries }: { entries: readonly PowerChoice[] }) {
  const t = await getTranslations('powers.choice')
  const roles = await getTranslations('powerItem.values.role')
  const states = await getTranslations('powerItem.states')
  return (
    <ul className="flex flex-col gap-1">
      {entries.map(({ id, unit, matter, role, duty, status }) => (
        <li key={id}>
          <Link className="text-link" href={`/powers/${id}`}>{t('label', { unit, matter, role: roles(role), doubted: status === 'doubted' ? 'yes' : 'no' })}</Link>
          {status === 'ended' && <span className="ml-2"><Chip>{states('ended')}</Chip></span>}
          <span className="block text-sm text-muted">{duty}</span>
        </li>
      ))}
    </ul>
  )
}
