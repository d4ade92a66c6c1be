import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords, wordedFields } from '@/components/procedure/step-words'
import { LinkButton } from '@/components/ui/button'
import type { CharterView } from '@/lib/charters/loaders'
import { TextForm } from './text-form'

/** Forms of an opinion's steps that deserve their own, as far as they are offered; a promise is changed on its own page. */
export async function ownForms(view: CharterView): Promise<Readonly<Record<string, ReactNode>>> {
  const t = await getTranslations('charters')
  const text = await textForm(view)
  if (!text) return {}
  const { charter } = view
  return {
    setText: text, addObligation: <p><LinkButton href={`/charters/${charter.id}/obligation`} icon="plus">{t('addPromise')}</LinkButton></p>,
    changeObligation: charter.obligations.length === 0 ? <p className="text-muted">{t('noPromises')}</p> : (
      <ul className="flex flex-col gap-1">{charter.obligations.map(({ id, title }) => <li key={id}><Link className="text-link" href={`/charters/obligations/${id}`}>{title}</Link></li>)}</ul>
    ),
  }
}

async function textForm({ charter, steps, text }: CharterView): Promise<ReactNode> {
  const step = steps.find(({ key, blocked }) => key === 'setText' && blocked === null)
  if (!step) return null
  const t = await getTranslations('charters.look')
  const fields = await wordedFields('charter', step.fields, {}, { text, ...(await typedBefore(step.name, charter.id)) })
  const looking = { button: t('button'), title: t('title'), replaced: t('replaced'), nothingKept: t('nothingKept') }
  const target = { step: step.name, id: charter.id, version: charter.version, requestId: randomUUID() }
  return <TextForm target={target} words={await stepWords('charter', 'setText')} fields={fields} looking={looking} />
}
