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
import { powerOptions } from '@/components/powers/power-options'
import { harmChoices } from './harm-choices'
import type { PartField, ShownFor } from './answers'
import { SectionedForm } from './sectioned-form'
import { StoryForm } from './story-form'

/** No step on the way: it stands with what is kept about who reported. */
export const reporterStep = 'recordReporter'

/** What this person may do with the clue now. */
export async function ClueSteps({ view }: { view: ClueView }) {
  const { clue, steps, choices } = view
  const open = (key: string) => steps.some((step) => step.key === key && step.blocked === null)
  const people = choices.prosecutors.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))
  const handler = clue.handlerId ?? ''
  return (
    <StepPanel
      procedure="clue"
      steps={steps.filter(({ key }) => key !== reporterStep)}
      subject={clue}
      awaited={view.awaited}
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
  const fields = await wordedFields('clue', describeForm(proposeInput), { agencies, harmSigns: await harmChoices(), powerItems: await powerOptions(choices.powers) }, {
    agencyIds: suspected.map(({ id }) => id), ...(await typedBefore('clue.propose', clue.id)),
  })
  const suspects = suspected.map(({ id }) => units[id]).join('、')
  const shown = fields.map((field): PartField => {
    const asked = { ...field, shownFor: onlyFor[field.name] }
    if (field.name === 'agencyIds') return { ...asked, required: false, help: suspects ? t('form.suspected', { names: suspects }) : field.help }
    if (field.name === 'powerItemIds') return { ...asked, required: false }
    if (field.name === 'transferUnitId') return { ...asked, input: 'select', options: choices.offices.map(named) }
    if (field.name === 'mergedIntoId')
      return { ...asked, input: 'select', options: choices.targets.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })) }
    return asked
  })
  // Where the list of the place has nothing for the domain, there is nothing to choose.
  const powers = choices.powers.length > 0 ? ['powerItemIds'] : []
  const of = (...names: string[]) => names.flatMap((name) => shown.filter((field) => field.name === name))
  return (
    <SectionedForm
      target={{ step: 'clue.propose', id: clue.id, version: clue.version, requestId: randomUUID() }}
      words={await stepWords('clue', 'propose')}
      parts={[
        { title: t('form.criteria'), fields: of('authenticity', 'verifiability', 'necessity', 'inDomain', 'competence', 'harmSigns', 'preliminary') },
        {
          title: t('form.proposal'),
          fields: of('outcome', ...powers, 'agencyIds', 'duty', 'legalBasis', 'transferKind', 'transferUnitId', 'transferredTo', 'mergedIntoId', 'opinion', 'major'),
        },
      ]}
    />
  )
}

/** What each outcome asks for besides. */
const onlyFor: Readonly<Record<string, ShownFor>> = {
  powerItemIds: 'open', agencyIds: 'open', duty: 'open', legalBasis: 'open', transferKind: 'transfer', transferUnitId: 'transfer', transferredTo: 'transfer', mergedIntoId: 'merge',
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
