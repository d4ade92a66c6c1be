import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StepPanel } from '@/components/procedure/step-panel'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords } from '@/components/procedure/step-words'
import { LinkButton } from '@/components/ui/button'
import { today } from '@/lib/platform/clock'
import type { HandlingView } from '@/components/handlings/handling-view'
import type { LetterView } from '@/lib/recommendations/loaders'
import { GroupedForm, type FormGroup } from './grouped-form'
import { reexaminationGroups } from './reexamination-groups'
import { checkGroups, objectGroups, objectOnBehalfGroups, replyGroups, submitGroups, askAgainGroups } from './step-groups'

type GroupsOf = (view: LetterView, typed: Readonly<Record<string, string | string[]>>) => Promise<FormGroup[]>

const groupsOf: Readonly<Record<string, GroupsOf>> = {
  submit: submitGroups, check: checkGroups, askAgain: askAgainGroups, replyOnBehalf: replyGroups, object: objectGroups,
  objectOnBehalf: objectOnBehalfGroups,  proposeReexamination: reexaminationGroups,
}

/** What this person may do with the letter now. The agency's reply stands with its own handling. */
export async function LetterSteps({ view }: { view: LetterView & { readonly handling: HandlingView | null } }) {
  const t = await getTranslations('recommendations')
  const { letter, steps, handling, lengths } = view
  const offered = steps.filter(({ key }) => key !== 'reply' || !handling)
  const forms: Record<string, ReactNode> = {}
  for (const step of offered) {
    const groups = groupsOf[step.key]
    if (step.key === 'edit') forms.edit = <DraftLinks id={letter.id} edit={t('record.edit')} preview={t('record.preview')} />
    else if (groups && step.blocked === null) forms[step.key] = await groupedForm(view, step.key, groups)
  }
  const day = today()
  return (
    <StepPanel
      procedure="recommendation"
      steps={offered}
      subject={letter}
      awaited={handling ? awaitedOutside(handling, view.awaited) : view.awaited}
      forms={forms}
      options={{ demands: letter.demands.map(({ id, ordinal, measure }) => ({ value: id, label: t('form.checkDemand', { n: ordinal, measure: measure.slice(0, 60) }) })) }}
      defaults={{
        serve: { sentOn: day }, recordReceipt: { receivedOn: day }, signFor: { receivedOn: day }, seal: { sealedOn: day }, reportForRecord: { filedOn: day },
        askHelpOnBehalf: { arrivedOn: day }, reportActionOnBehalf: { takenOn: day }, nameHandlerOnBehalf: { namedOn: day },
        decideObjection: proposedAnswer(view),
      }}
      consequences={{
        serve: t('consequence.serve', {
          reply: letter.urgent ? t('paper.days', { n: lengths.urgentDays }) : t('paper.months', { n: lengths.months }),
          months: letter.rectificationMonths ?? lengths.months,
        }),
      }}
    />
  )
}

/** Only where the agency's own chain asks nothing of this person and waits for nobody. */
const awaitedOutside = ({ steps, awaited }: HandlingView, others: LetterView['awaited']) =>
  awaited.length > 0 || steps.some(({ aside, blocked }) => !aside && blocked === null) ? [] : others

/** The chief begins with what the prosecutor proposes. */
function proposedAnswer({ letter }: LetterView): Record<string, string> {
  const proposal = letter.objections.find(({ decidedOn }) => decidedOn === null)?.proposal
  if (!proposal) return {}
  const { outcome, findings, reasons } = proposal
  return { outcome, findings, reasons }
}

async function groupedForm(view: LetterView, key: string, groups: GroupsOf) {
  const { letter } = view
  const typed = await typedBefore(`recommendation.${key}`, letter.id)
  return (
    <GroupedForm
      target={{ step: `recommendation.${key}`, id: letter.id, version: letter.version, requestId: randomUUID() }}
      words={await stepWords('recommendation', key)}
      groups={await groups(view, typed)}
    />
  )
}

function DraftLinks({ id, edit, preview }: { id: string; edit: string; preview: string }) {
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton variant="primary" href={`/recommendations/${id}/edit`}>{edit}</LinkButton>
      <LinkButton href={`/recommendations/${id}/preview`}>{preview}</LinkButton>
    </div>
  )
}
