import { getTranslations } from 'next-intl/server'
import type { Option } from '@/components/ui/field'
import type { CharterView } from '@/lib/charters/loaders'
import { keepersOf, occasionWord, readKeeper } from '@/lib/charters/rules/keepers'
import { dutyWords } from './terms-line'

type Terms = { readonly steps: readonly string[]; readonly duties: readonly string[] }

/** Steps by the subject they belong to, duties by what is owed; in the reader's language. What a promise names already stays to choose. */
export async function termOptions({ steps, duties }: Terms, kept: readonly string[] = []): Promise<{ steps: Option[]; keepers: Option[]; duties: Option[] }> {
  const t = await getTranslations()
  const word = (key: string) => (t.has(key as never) ? t(key as never) : null)
  const known = [...new Set([...steps, ...kept.map((keeper) => readKeeper(keeper).keptBy)])].sort()
  const option = (value: string): Option => {
    const { keptBy, keptWhen } = readKeeper(value)
    const [procedure = ''] = keptBy.split('.')
    const occasion = keptWhen && occasionWord(keptBy, keptWhen)
    const name = word(`${keptBy}.name`) ?? keptBy
    return { value, label: occasion ? t('charters.occasionOption', { step: name, occasion: word(occasion) ?? keptWhen }) : name, group: word(`charters.areas.${procedure}`) ?? procedure }
  }
  return { steps: known.map(option), keepers: known.flatMap(keepersOf).map(option), duties: duties.map((duty) => ({ value: duty, label: dutyWords(t, duty), group: word(`charters.areas.${duty.split('.')[0]}`) ?? duty })) }
}

type Article = { readonly id: string; readonly article: string; readonly heading: string; readonly text: string }

const beginning = 18

export const articleOptions = (provisions: readonly Article[]): Option[] =>
  provisions.map(({ id, article, heading, text }) => ({ value: id, label: `${article} ${heading || text.slice(0, beginning)}` }))

export function stepOptions({ charter, choices }: CharterView): Record<string, Option[]> {
  return {
    units: choices.map(({ id, name }) => ({ value: id, label: name })),
    provisions: articleOptions(charter.provisions),
    obligations: charter.obligations.map(({ id, title }) => ({ value: id, label: title })),
  }
}
