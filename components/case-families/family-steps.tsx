import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { typedBefore } from '@/components/procedure/drafts'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm, type FormGroup } from '@/components/recommendations/grouped-form'
import { Notice } from '@/components/ui/notice'
import type { FamilyView } from '@/lib/case-families/loaders'
import { defaultLocale, translator } from '@/lib/platform/i18n'
import { addingGroups, opinionGroups, revisionGroups, type Values } from './form-groups'

type View = { readonly view: FamilyView }

/** What comes next for the office; another body acts on the opinion itself. */
export async function FamilySteps({ view }: View) {
  const t = await getTranslations('caseFamilies')
  const { row, own, steps, choices, joining, cases, verified, answered, opinions } = view
  if (!own) return null
  const draft = opinions.find(({ issuedOn }) => issuedOn === null)
  const forms: Record<string, ReactNode> = {}
  for (const { key, blocked } of steps) if (blocked === null && key in groupsOf) forms[key] = await ownForm(view, key as keyof typeof groupsOf)
  const proof = cases > verified ? t('unverifiedNote', { cases, verified, open: cases - verified }) : t('allVerified', { cases })
  return (
    <>
      {draft && <Notice>{t('pendingOpinion')} <Link className="text-link" href={`/bulletins/${draft.id}`}>{t('openDraft')}</Link></Notice>}
      {row.status === 'raised' && answered.silent > 0 && <Notice>{t('awaitAnswers', { count: answered.silent })}</Notice>}
      <StepPanel
        procedure="caseFamily"
        steps={steps}
        subject={row}
        forms={forms}
        options={{ members: choices.members, people: choices.leads, candidates: choices.free }}
        consequences={{ close: proof }}
        {...(joining ? { opened: row.status === 'closed' ? 'reopen' : 'addCases', defaults: { reopen: { caseId: joining } } } : {})}
      />
    </>
  )
}

type GroupsOf = (view: FamilyView, typed: Values) => Promise<FormGroup[]>

const groupsOf = {
  addCases: ({ choices, joining }, typed) => addingGroups(choices.free, { ...(joining ? { caseIds: [joining] } : {}), ...typed }),
  revise: ({ row }, typed) => revisionGroups({ cause: row.cause, demand: row.demand, ...typed }),
  raise: async ({ row, choices, cases }, typed) => {
    // What goes onto a paper is Chinese, whatever language the page is read in.
    const t = translator(defaultLocale, 'caseFamilies')
    return opinionGroups(choices.members, choices.readers, {
      title: t('raiseTitle', { title: row.title }), content: t('raiseContent', { title: row.title, count: cases }), caseIds: choices.known, ...typed,
    })
  },
} satisfies Record<string, GroupsOf>

async function ownForm(view: FamilyView, key: keyof typeof groupsOf): Promise<ReactNode> {
  const { id, version } = view.row
  const groups = await groupsOf[key](view, await typedBefore(`caseFamily.${key}`, id))
  return <GroupedForm target={{ step: `caseFamily.${key}`, id, version, requestId: randomUUID() }} words={await stepWords('caseFamily', key)} groups={groups} />
}
