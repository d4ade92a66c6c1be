import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { LetterPageView } from '@/lib/letters/loaders'
import { localMinute } from '@/lib/platform/clock'

/** 往来沟通, the oldest first. */
export async function Messages({ messages }: { messages: LetterPageView['messages'] }) {
  const t = await getTranslations('letters')
  return (
    <Section title={t('thread')} count={messages.length}>
      {messages.length === 0 && <p className="text-muted">{t('noMessages')}</p>}
      <ol className="flex flex-col divide-y divide-line">
        {messages.map(({ id, text, sentAt, unit, author }) => (
          <li key={id} className="py-2">
            <p className="text-sm text-muted">{unit} {author} <time dateTime={new Date(sentAt).toISOString()}>{localMinute(new Date(sentAt))}</time></p>
            <p className="whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
