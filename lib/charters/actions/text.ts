'use server'

import { getTranslations } from 'next-intl/server'
import { saveDraft } from '@/lib/drafts/data'
import { draftKey } from '@/lib/drafts/rules'
import { draftInput } from '@/lib/drafts/schema'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { takeUploads } from '@/lib/platform/files/from-form'
import { readWords } from '@/lib/platform/files/read-words'
import { formToInput, textOf, typedOf } from '@/lib/platform/form'
import { scopeOf, type Scope } from '@/lib/platform/scope'
import { findWriter } from '@/lib/platform/writer'
import { findCharter } from '../data/charters'
import { charterFeature } from '../mutations/feature'
import { articlesOf, preamble, repeatedArticle } from '../rules/articles'

export type TextLook = {
  readonly message?: string
  readonly signedOut?: boolean
  readonly fields?: Readonly<Record<string, string>>
  readonly typed?: Readonly<Record<string, string | string[]>>
  /** The upload whose words stand in the field already: it is not read over what was corrected since. */
  readonly read?: string
  readonly articles?: readonly { readonly label: string; readonly begins: string; readonly size: string }[]
  readonly notes?: readonly string[]
  /** What stood in the field before the file was read into it. */
  readonly replaced?: string
}

const beginning = 40

/** How a text falls into articles, before anything of it is kept: of a file that is given, its words; else what stands in the field. */
export async function readText(before: TextLook, form: FormData): Promise<TextLook> {
  const t = await getTranslations()
  const { actor, refused } = await findWriter()
  if (!actor) return { ...before, typed: typedOf(form), message: t((refused.reason ?? `errors.${refused.code}`) as never), signedOut: refused.code === 'signedOut' }
  const scope = scopeOf(actor)
  const charter = await findCharter(scope, textOf(form, '$id') ?? '')
  // Nothing is read for who may not set the text.
  if (!charter || !offerSteps(charterFeature, actor, charter).some(({ key, blocked }) => key === 'setText' && blocked === null)) return { ...before, typed: typedOf(form), message: t('errors.notFound') }
  const wrong = Object.values(await takeUploads(actor, form))[0]
  const { text: typed = '' } = formToInput(form) as { text?: string }
  const fileId = form.getAll('fileId').at(-1)
  const given = typeof fileId === 'string' && fileId !== textOf(form, '$read') ? fileId : null
  const words = given && !wrong ? await readWords(scope, given) : null
  const fault = wrong ?? (words?.fault && `charters.look.fault.${words.fault}`)
  const text = words && !words.fault ? words.text : typed
  await keep(scope, charter.id, { text, ...(typeof fileId === 'string' ? { fileId } : {}) })
  const seen = { typed: { text, ...(typeof fileId === 'string' ? { fileId } : {}) }, read: words && !words.fault ? given! : textOf(form, '$read') ?? '' }
  if (fault) return { ...seen, fields: { fileId: t((t.has(fault as never) ? fault : `files.refuse.${words?.fault ?? 'damaged'}`) as never) } }
  if (text === '') return { ...seen, fields: { text: t('errors.field.required') } }
  const articles = articlesOf(text)
  const promised = (article: string) => {
    const id = charter.provisions.find((each) => each.article === article)?.id
    return charter.obligations.filter(({ provisionId }) => provisionId === id).length
  }
  const sizeOf = (length: number, promises: number) => [t('charters.look.length', { length }), ...(promises > 0 ? [t('charters.look.promises', { promises })] : [])].join(' · ')
  const repeated = repeatedArticle(articles)
  const left = charter.provisions.filter(({ article }) => promised(article) > 0 && !articles.some((each) => each.article === article))
  return {
    ...seen,
    articles: articles.map(({ article, heading, text: body }) => ({ label: `${article}${heading && t('charters.heading', { heading })}`, begins: [...body.replaceAll('\n', ' ')].slice(0, beginning).join(''), size: sizeOf([...body].length, promised(article)) })),
    notes: [
      t('charters.look.found', { count: articles.length, length: [...text].length }),
      ...(articles.every(({ article }) => article === preamble) ? [t('charters.look.undivided')] : []),
      ...(repeated ? [t('charters.refuse.repeated', { article: repeated })] : []),
      ...left.map(({ article }) => t('charters.refuse.stillPromises', { article })),
    ],
    ...(words && typed !== '' && typed !== text ? { replaced: typed } : {}),
  }
}

/** The form as it stands now is a draft: the page may be left and come back to. */
async function keep(scope: Scope, id: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const draft = draftInput.safeParse({ key: draftKey('charter.setText', id), fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])) })
  if (draft.success) await saveDraft(scope, draft.data.key, draft.data.fields)
}
