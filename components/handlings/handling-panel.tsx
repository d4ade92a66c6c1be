import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords } from '@/components/procedure/step-words'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { replyValues, toDraft } from '@/lib/handlings/rules'
import { loadDraft } from '@/lib/drafts/loaders'
import { localDate } from '@/lib/platform/clock'
import { ActionLog } from './action-log'
import type { HandlingLetter, HandlingView } from './handling-view'
import { replyFormWords } from './reply-words'
import { ReplyForm } from './reply-form'

/** The agency's desk for one letter: its own chain, its log, its reply. Only the agency gets this far. */
export async function HandlingPanel({ view, letter }: { view: HandlingView; letter: HandlingLetter }) {
  const t = await getTranslations()
  const { handling, actions, handlers, steps } = view
  const open = letter.demands.filter(({ verdict }) => verdict !== 'met')
  const draft = toDraft(handling.draft)
  const handler = handlers.find(({ id }) => id === handling.handlerId)
  const values = replyValues(open, actions, draft, {
    adoption: t('handlings.defaultAdoption'), contact: handler?.name ?? '', phone: handling.handlerPhone ?? '',
  })
  // Words typed for other demands than are open now would stand under the wrong heading.
  const typed = await loadDraft('handling.draftReply', handling.id)
  const fits = typed !== null && open.every((demand, index) => typed[`items.${index}.demandId`]?.[0] === demand.id)
  const form = {
    texts: await replyFormWords(),
    demands: open.map(({ id, ordinal, measure }) => ({
      id,
      heading: t('handlings.reply.demand', { ordinal, measure }),
      actions: actions.filter(({ demandId }) => demandId === id).map((action) => ({ value: action.id, label: `${localDate(action.takenOn)} ${action.description}` })),
    })),
  }
  const draftForm = (
    <ReplyForm
      {...form}
      values={fits ? typed : values}
      target={{ step: 'handling.draftReply', id: handling.id, version: handling.version, requestId: randomUUID() }}
      words={await stepWords('handling', 'draftReply')}
    />
  )
  const signForm = (
    <ReplyForm
      {...form}
      values={values}
      target={{ step: 'recommendation.reply', id: letter.id, version: letter.version, requestId: randomUUID() }}
      words={await stepWords('recommendation', 'reply')}
    />
  )
  return (
    <Section id="handling" title={t('handlings.title')} note={t('handlings.purpose')} actions={<Chip>{t(`handling.states.${handling.status}` as never)}</Chip>}>
      <DescriptionList
        empty={t('common.form.noValue')}
        columns={2}
        facts={[
          { term: t('handlings.registry'), value: handling.registryNumber },
          { term: t('handlings.registeredOn'), value: localDate(handling.registeredOn) },
          { term: t('handlings.handler'), value: handler ? `${handler.name} ${handling.handlerPhone ?? ''}` : t('handlings.noHandler') },
          { term: t('handlings.proposal'), value: handling.proposal },
          { term: t('handlings.instruction'), value: handling.instruction },
          { term: t('handlings.legalOpinion'), value: handling.legalOpinion },
        ]}
      />
      {letter.reply && <StepPanel procedure="recommendation" steps={[letter.reply]} subject={letter} forms={{ reply: signForm }} />}
      <StepPanel
        procedure="handling"
        steps={steps}
        subject={handling}
        awaited={letter.reply ? [] : view.awaited}
        options={{
          handlers: handlers.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })),
          demands: open.map(({ id, ordinal, measure }) => ({ value: id, label: t('handlings.reply.demand', { ordinal, measure: measure.slice(0, 40) }) })),
        }}
        forms={{ draftReply: draftForm }}
      />
      <ActionLog actions={actions} demands={letter.demands} />
    </Section>
  )
}
