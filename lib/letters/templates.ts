import { readDetails } from '@/lib/platform/details'
import { defaultLocale, translator } from '@/lib/platform/i18n'
import { kindOf, type LetterField } from './rules'

/** Papers are Chinese in every language. */
const words = () => translator(defaultLocale, 'letterKinds')

const listed = (kind: string, part: 'fields' | 'answerFields', fields: readonly LetterField[], given: Readonly<Record<string, string>>) =>
  fields.flatMap(({ key }) => (given[key] ? [{ label: words()(`${kind}.${part}.${key}.label`), value: given[key] }] : []))

export const letterName = (kind: string): string => words()(`${kind}.name`)

type Letter = { readonly kind: string; readonly title: string; readonly content: string; readonly points: readonly string[]; readonly details: unknown; readonly answerDays: number | null }

export function cooperationLetter(letter: Letter, addressee: string) {
  const { opening, closing, fields } = kindOf(letter.kind)
  return {
    letterName: letterName(letter.kind), addressee, opening: opening.replace('{title}', letter.title), content: letter.content, points: [...letter.points], closing,
    details: listed(letter.kind, 'fields', fields, readDetails(letter.details)),
    answerDays: letter.answerDays === null ? undefined : String(letter.answerDays),
  }
}

type Answer = { readonly outcome: string; readonly answer: string; readonly pointAnswers: readonly string[]; readonly details: Readonly<Record<string, string>> }

export function letterAnswer(letter: Pick<Letter, 'kind' | 'title' | 'points'> & { readonly number: string | null }, addressee: string, { outcome, answer, pointAnswers, details }: Answer) {
  return {
    addressee, letterName: letterName(letter.kind), letterTitle: letter.title, letterNumber: letter.number ?? '', answer,
    outcome: words()(`${letter.kind}.outcomes.${outcome}`),
    points: letter.points.flatMap((point, index) => (pointAnswers[index] ? [{ point, answer: pointAnswers[index] }] : [])),
    details: listed(letter.kind, 'answerFields', kindOf(letter.kind).answerFields, details),
  }
}
