import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { typedBefore } from '@/components/procedure/drafts'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords, wordedFields } from '@/components/procedure/step-words'
import { harmChoices } from '@/components/clues/harm-choices'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/section'
import type { CaseView } from '@/lib/cases/loaders'
import { effects } from '@/lib/cases/schema'
import { TeamForm } from './team-form'

/** What waits for a decision, and what this person may do now. */
export async function CaseSteps({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const { caseFile, steps } = view
  const team = steps.find(({ key, blocked }) => key === 'setTeam' && blocked === null)
  return (
    <>
      <ProposalPanel view={view} />
      {view.mayDraft && (
        <div>
          <LinkButton variant="primary" icon="paper" href={`/recommendations/new?case=${caseFile.id}`}>
            {t('draft')}
          </LinkButton>
        </div>
      )}
      <StepPanel
        procedure="case"
        steps={steps}
        subject={caseFile}
        options={{ harmSigns: await harmChoices() }}
        awaited={view.mayDraft ? [] : view.awaited}
        defaults={{ weighHarm: { harmSigns: caseFile.harmSigns }, serveDecision: { address: view.address, method: 'direct' }, recordConsultation: { host: view.people[caseFile.leadProsecutorId] ?? '' } }}
        forms={team ? { setTeam: await teamForm(view, team) } : {}}
      />
    </>
  )
}

async function teamForm({ caseFile, choices }: CaseView, step: CaseView['steps'][number]) {
  const t = await getTranslations('case.fields')
  const typed = await typedBefore(step.name, caseFile.id)
  const drafted = Object.keys(typed).length > 0
  return (
    <TeamForm
      target={{ step: step.name, id: caseFile.id, version: caseFile.version, requestId: randomUUID() }}
      words={await stepWords('case', step.key)}
      fields={await wordedFields('case', step.fields.filter(({ name }) => name !== 'memberIds'), choices, { leadProsecutorId: caseFile.leadProsecutorId, ...typed })}
      label={t('memberIds.label')}
      people={choices.prosecutionStaff.filter(({ value }) => value !== caseFile.leadProsecutorId)}
      chosen={drafted ? [typed.memberIds ?? []].flat() : caseFile.memberIds}
    />
  )
}

/** What the prosecutor asks the chief to decide, with the head's opinion; inner. */
async function ProposalPanel({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const fields = await getTranslations('case.fields')
  const grounds = await getTranslations('case.values.ground')
  const { proposal } = view.caseFile
  if (!proposal) return null
  const facts = proposal.kind === 'conclusion'
    ? [
        { term: fields('ground.label'), value: grounds(proposal.ground) },
        { term: fields('findings.label'), value: proposal.findings },
        { term: fields('harmState.label'), value: proposal.harmState },
        { term: fields('reasons.label'), value: proposal.reasons },
        ...effects.flatMap((name) => (proposal[name] ? [{ term: fields(`${name}.label`), value: proposal[name] }] : [])),
      ]
    : [
        { term: fields('measures.label'), value: proposal.measures },
        { term: fields('cause.label'), value: proposal.cause },
        { term: fields('diligence.label'), value: proposal.diligence },
        { term: fields('expectedOn.label'), value: proposal.expectedOn },
      ]
  return (
    <Panel title={t('proposal')}>
      <DescriptionList facts={facts} empty={t('empty')} />
      <p className="mt-2 text-sm text-muted">{t('proposedBy', { name: proposal.byName, on: proposal.on })}</p>
      {proposal.review && (
        <p className="text-sm text-muted">{t('reviewedBy', { name: proposal.review.byName, on: proposal.review.on, opinion: proposal.review.opinion })}</p>
      )}
    </Panel>
  )
}
