import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords, wordedFields } from '@/components/procedure/step-words'
import type { CharterView } from '@/lib/charters/loaders'
import { TextForm } from './text-form'

/** Forms of an opinion's steps that deserve their own, as far as they are offered. */
export async function ownForms({ charter, steps, text }: CharterView): Promise<Readonly<Record<string, ReactNode>>> {
  const step = steps.find(({ key, blocked }) => key === 'setText' && blocked === null)
  if (!step) return {}
  const t = await getTranslations('charters.look')
  const fields = await wordedFields('charter', step.fields, {}, { text, ...(await typedBefore(step.name, charter.id)) })
  const looking = { button: t('button'), title: t('title'), replaced: t('replaced'), nothingKept: t('nothingKept') }
  const target = { step: step.name, id: charter.id, version: charter.version, requestId: randomUUID() }
  return { setText: <TextForm target={target} words={await stepWords('charter', 'setText')} fields={fields} looking={looking} /> }
}
