import { getTranslations } from 'next-intl/server'
import type { Option } from '@/components/ui/field'
import type { CharterView } from '@/lib/charters/loaders'
import { dutyWords } from './terms-line'

type Terms = { readonly steps: readonly string[]; readonly duties: readonly string[] }

/** Steps as 程序：环节, duties by what is owed; in the reader's language. */
export async function termOptions({ steps, duties }: Terms): Promise<{ steps: Option[]; duties: Option[] }> {
  const t = await getTranslations()
  const named = steps.map((step) => {
    const [procedure = ''] = step.split('.')
    const area = t.has(`charters.areas.${procedure}` as never) ? t(`charters.areas.${procedure}` as never) : procedure
    return { value: step, label: t('charters.stepOption', { area, step: t.has(`${step}.name` as never) ? t(`${step}.name` as never) : step }) }
  })
  return { steps: named, duties: duties.map((duty) => ({ value: duty, label: dutyWords(t, duty) })) }
}

type Article = { readonly id: string; readonly article: string; readonly heading: string; readonly text: string }

const beginning = 18

export const articleOptions = (provisions: readonly Article[]): Option[] =>
  provisions.map(({ id, article, heading, text }) => ({ value: id, label: `${article} ${heading || text.slice(0, beginning)}` }))

export async function stepOptions({ charter, choices, terms }: CharterView): Promise<Record<string, Option[]>> {
  return {
    units: choices.map(({ id, name }) => ({ value: id, label: name })),
    provisions: articleOptions(charter.provisions),
    obligations: charter.obligations.map(({ id, title }) => ({ value: id, label: title })),
    ...(await termOptions(terms)),
  }
}
