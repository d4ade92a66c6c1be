import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { explanationSchema } from '@/lib/engine/deadlines/explanation'
import { basisSchema } from '@/lib/engine/deadlines/rules'
import { explanationWords } from '@/lib/engine/deadlines/words'
import { BasisLine } from './basis-line'

/** The count as it was frozen with the clock, sentence by sentence, with its basis and how well it was checked. */
export async function DeadlineExplanation({ explanation, basis }: { explanation: unknown; basis: unknown }) {
  const t = await getTranslations('deadlines')
  const told = explanationSchema.parse(explanation)
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{t('explain.title')}</p>
      <ol className="list-decimal space-y-0.5 pl-5">
        {explanationWords(t, told).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <BasisLine basis={z.array(basisSchema).parse(basis)} />
      <p className="text-xs text-muted">
        {told.setting ? t('sheet.local') : `${t('confidence.title')} ${told.confidence} · ${t(`confidence.${told.confidence}`)}`}
      </p>
    </div>
  )
}
