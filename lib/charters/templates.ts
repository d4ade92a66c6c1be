import type { PaperData } from '@/lib/engine/papers/values'
import type { LocalDate } from '@/lib/platform/clock'
import { defaultLocale, translator } from '@/lib/platform/i18n'
import { isSection, preamble } from './rules/articles'

type Text = {
  readonly title: string
  readonly openness: string
  readonly indexNumber: string
  readonly mark: string
  readonly sourceTitle: string
  readonly provisions: readonly { readonly article: string; readonly heading: string; readonly text: string }[]
}
type Signed = { readonly unit: string; readonly signer: string; readonly signedOn: LocalDate }

/** Papers are Chinese in every language. */
const words = () => translator(defaultLocale, 'charters')

/** The text as it is issued: every article word for word, all bodies that signed. */
export function charterText({ title, openness, indexNumber, mark, sourceTitle, provisions }: Text, signers: readonly Signed[], effectiveOn: LocalDate): PaperData {
  const t = words()
  const bodies = signers.map(({ unit }) => unit)
  return {
    title, effectiveOn, openness: t(`openness.${openness}`), headName: bodies[0]!, signature: bodies.join('\n'),
    provisions: provisions.map(({ article, heading, text }) => {
      const words = `${heading && t('heading', { heading })}${text}`
      if (article === preamble) return { text: words }
      return isSection(article) ? { text: `${article}${words}` } : { article, text: words }
    }),
    signers: signers.map((each) => ({ ...each })),
    ...(indexNumber ? { indexNumber } : {}), ...(mark ? { mark } : {}), ...(mark && sourceTitle ? { sourceTitle } : {}),
  }
}
