import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { typedBefore } from '@/components/procedure/drafts'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords, wordedFields } from '@/components/procedure/step-words'
import type { Option } from '@/components/ui/field'
import { describeForm } from '@/lib/engine/procedure/form-fields'
import type { ClueView } from '@/lib/clues/loaders'
import { penaltySchema, proposeInput } from '@/lib/clues/schema'
import { localDate } from '@/lib/platform/clock'
import { ProposeForm } from './propose-form'
import { StoryForm } from './story-form'

/** What this person may do with the clue now. */
export async function ClueSteps({ view }: { view: ClueView }) {
  const { clue, steps, choices } = view
  const open = (key: string) => steps.some((step) => step.key === key && step.blocked === null)
  const people = choices.prosecutors.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))
  const handler = clue.handlerId ?? ''
  return (
    <StepPanel
      procedure="clue"
      steps={steps}
      subject={clue}
      options={{ prosecutors: people }}
      defaults={{ open: { leadProsecutorId: handler }, register: { handlerId: handler } }}
      forms={{
        ...(open('propose') ? { propose: await proposeForm(view) } : {}),
        ...(open('resubmit') && choices.story
          ? { resubmit: <StoryForm step="resubmit" id={clue.id} version={clue.version} choices={choices.story} values={storyOf(view)} /> }
          : {}),
      }}
    />
  )
}

async function proposeForm({ clue, choices, units }: ClueView) {
  const t = await getTranslations('clues')
  const named = ({ id, name }: { id: string; name: string }): Option => ({ value: id, label: name })
  // What the sender named comes first.
  const suspected = choices.agencies.filter(({ id }) => clue.unitIds.includes(id))
  const agencies = [...suspected, ...choices.agencies.filter((agency) => !suspected.includes(agency))].map(named)
  const fields = await wordedFields('clue', describeForm(proposeInput), { agencies }, {
    agencyIds: suspected.map(({ id }) => id), ...(await typedBefore('clue.propose', clue.id)),
  })
  const shown = fields.map((field) => {
    if (field.name === 'agencyIds') return { ...field, required: false, help: suspected.length > 0 ? t('form.suspected', { names: suspected.map(({ id }) => units[id]).join('、') }) : field.help }
    if (field.name === 'transferUnitId') return { ...field, input: 'select' as const, options: choices.offices.map(named) }
    if (field.name === 'mergedIntoId')
      return { ...field, input: 'select' as const, options: choices.targets.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })) }
    return field
  })
  return (
    <ProposeForm
      target={{ step: 'clue.propose', id: clue.id, version: clue.version, requestId: randomUUID() }}
      words={await stepWords('clue', 'propose')}
      fields={shown}
    />
  )
}

/** What was written before, to be completed. */
function storyOf({ clue, files }: ClueView): Record<string, string | readonly string[]> {
  const penalty = penaltySchema.safeParse(clue.penalty)
  const told = Object.entries(penalty.data ?? {}).map(([name, value]) => [`penalty.${name}`, value] as const)
  return {
    title: clue.title, source: clue.source, sourceDetail: clue.sourceDetail, domain: clue.domain, discoveredOn: localDate(clue.discoveredOn),
    place: clue.place, unitIds: clue.unitIds, facts: clue.facts, harm: clue.harm, ...(clue.urgent ? { urgent: 'on' } : {}),
    sensitivity: clue.sensitivity, penaltyKnown: clue.penaltyKnown, measuresTaken: clue.measuresTaken, lateReason: clue.lateReason ?? '',
    relatedJudgment: clue.relatedJudgment ?? '', materials: clue.materials.join('\n'),
    fileIds: files.map(({ id }) => id).filter((id) => id !== penalty.data?.fileId), ...Object.fromEntries(told),
  }
}
