import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { typedBefore } from '@/components/procedure/drafts'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm, type FormGroup } from '@/components/recommendations/grouped-form'
import type { LetterPageView } from '@/lib/letters/loaders'
import { readDetails } from '@/lib/platform/details'
import { answerGroups, letterGroups, type Values } from './form-groups'
import { named } from './new-letter'

/** What this person may do with the letter now. */
export async function LetterSteps({ view }: { view: LetterPageView }) {
  const { letter, steps, awaited, handlers, units, cases, actorName, leads } = view
  const forms: Record<string, ReactNode> = {}
  for (const { key, blocked } of steps) if (blocked === null && key in groupsOf) forms[key] = await ownForm(view, key as keyof typeof groupsOf)
  const signed = leads ? actorName : ''
  return (
    <StepPanel
      procedure="letter"
      steps={steps}
      subject={letter}
      awaited={awaited}
      forms={forms}
      options={{
        handlers: handlers.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })),
        units: units.filter(({ id }) => id !== letter.senderId && id !== letter.receiverId).map(({ id, name }) => ({ value: id, label: name })),
        cases: cases.map(({ id, number, title }) => ({ value: id, label: `${number ?? ''} ${title}`.trim() })),
      }}
      defaults={{ approve: { approver: signed }, answer: { signer: signed }, signFor: { receivedBy: actorName }, close: letter.case ? { usedCaseId: letter.case.id } : {} }}
    />
  )
}

type GroupsOf = (view: LetterPageView, typed: Values) => Promise<FormGroup[]>

const groupsOf = {
  edit: ({ letter, kind }, typed) => letterGroups(kind, {
    title: letter.title, content: letter.content, points: letter.points.join('\n'), answerDays: letter.answerDays === null ? '' : String(letter.answerDays), ...named(readDetails(letter.details)), ...typed,
  }, {}),
  draftAnswer: ({ letter, kind }, typed) => answerGroups(kind, letter.points, { ...draftValues(letter.answerDraft), ...typed }, false),
  answerOnBehalf: ({ letter, kind }, typed) => answerGroups(kind, letter.points, typed, true),
} satisfies Readonly<Record<string, GroupsOf>>

function draftValues(draft: LetterPageView['letter']['answerDraft']): Values {
  if (!draft) return {}
  const points = (draft.pointAnswers ?? []).map(({ ordinal, text }) => [`pointAnswers.${ordinal - 1}.text`, text] as const)
  return { outcome: draft.outcome, answer: draft.answer, ...Object.fromEntries(points), ...named(draft.details ?? {}), ...(draft.fileIds ? { fileIds: draft.fileIds } : {}) }
}

async function ownForm(view: LetterPageView, key: keyof typeof groupsOf): Promise<ReactNode> {
  const { letter } = view
  const groups = await groupsOf[key](view, await typedBefore(`letter.${key}`, letter.id))
  return <GroupedForm target={{ step: `letter.${key}`, id: letter.id, version: letter.version, requestId: randomUUID() }} words={await stepWords('letter', key)} groups={groups} />
}
