import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { buttonClass } from '@/components/ui/button-class'
import { FormActions } from '@/components/ui/form'
import { SelectField } from '@/components/ui/inputs'
import { PageHead } from '@/components/ui/page-head'
import { Page, Panel } from '@/components/ui/section'
import { hrefWith } from '@/components/ui/query'
import type { NewLetterView } from '@/lib/letters/loaders'
import { readDetails } from '@/lib/platform/details'
import { letterGroups, type Values } from './form-groups'
import { KindChoice } from './kind-choice'
import { OpenMatters } from './open-matters'

const path = '/letters/new'

/** First the kind, then the addressee, then the letter: each step an address, so that it works without scripts. */
export async function NewLetter({ view }: { view: NewLetterView }) {
  const t = await getTranslations('letters')
  const common = await getTranslations('common')
  const kinds = await getTranslations('letterKinds')
  const { kind, receiver, caseFile } = view
  const name = kind ? kinds(`${kind.key}.name` as never) : t('newTitle')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/letters' }, { label: t('newTitle') }]} />
      <PageHead title={name} number={caseFile ? `${caseFile.number} ${caseFile.title}` : undefined} purpose={kind ? kinds(`${kind.key}.help` as never) : t('newPurpose')} />
      {!kind && <KindChoice kinds={view.kinds.map(({ key }) => key)} path={path} query={{ case: caseFile?.id }} />}
      {kind && !receiver && <Addressee view={view} />}
      {kind && receiver && <Writing view={view} />}
    </Page>
  )
}

async function Addressee({ view: { kind, addressees, caseFile, copied } }: { view: NewLetterView }) {
  const t = await getTranslations('letters')
  const fields = await getTranslations('letter.fields')
  const common = await getTranslations('common')
  return (
    <form action={path} method="get" className="flex max-w-2xl flex-col gap-6">
      <input type="hidden" name="kind" value={kind?.key} />
      {caseFile && <input type="hidden" name="case" value={caseFile.id} />}
      {copied && <input type="hidden" name="copy" value={copied.id} />}
      <SelectField name="to" label={fields('receiverId.label')} required options={addressees.map(({ id, name }) => ({ value: id, label: name }))} empty={common('form.choose')} defaultValue={copied?.proposedUnitId ?? ''} />
      <FormActions><button type="submit" className={buttonClass('primary')}>{t('continue')}</button></FormActions>
    </form>
  )
}

async function Writing({ view: { kind, receiver, open, caseFile, copied } }: { view: NewLetterView }) {
  const t = await getTranslations('letters')
  const chosen = kind!
  const typed = await typedBefore('letter.draft', null)
  // What was typed for another kind or another body is not this letter.
  const mine = typed.kind === chosen.key && typed.receiverId === receiver!.id ? typed : {}
  const before: Values = copied ? { title: copied.title, content: copied.content, points: copied.points.join('\n'), ...named(readDetails(copied.details)) } : {}
  const hidden = { kind: chosen.key, receiverId: receiver!.id, ...(caseFile ? { caseId: caseFile.id } : {}) }
  return (
    <>
      <Panel title={receiver!.name}>
        <p><Link className="text-link" href={hrefWith(path, { case: caseFile?.id })}>{t('change')}</Link></p>
        <p className="text-sm text-muted">{t('limit')}{chosen.noForce && t('noForce')}</p>
        <BasisLine basis={chosen.basis} />
      </Panel>
      <OpenMatters open={open} />
      <GroupedForm
        target={{ step: 'letter.draft', id: null, version: null, requestId: randomUUID() }}
        words={await stepWords('letter', 'draft')}
        groups={await letterGroups(chosen, { ...before, ...mine }, hidden)}
      />
    </>
  )
}

export const named = (details: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(details).map(([key, value]) => [`details.${key}`, value]))
