import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { typedBefore } from '@/components/procedure/drafts'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm, type FormGroup } from '@/components/recommendations/grouped-form'
import { Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import { readDetails } from '@/lib/platform/details'
import type { UndertakingView } from '@/lib/undertakings/loaders'
import { endGroups, entryGroups, planGroups, readingGroups, type Values } from './form-groups'

type View = { readonly view: UndertakingView }

/** What this person may do with it now; an invitation to the own unit stands first. */
export async function UndertakingSteps({ view }: View) {
  const { row, steps, awaited, answers, invitees, targets, ownUnitId } = view
  const t = await getTranslations('undertakings')
  const forms: Record<string, ReactNode> = {}
  for (const { key, blocked } of steps) if (blocked === null && key in groupsOf) forms[key] = await ownForm(view, key as keyof typeof groupsOf)
  return (
    <>
      {answers.map(({ part, steps: open }) => (
        <Section key={part.id} title={part.unitId === ownUnitId ? t('yourAnswer') : t('answerOf', { unit: part.unit })}>
          <StepPanel procedure="participation" steps={open} subject={part} />
        </Section>
      ))}
      <StepPanel
        procedure="undertaking"
        steps={steps}
        subject={row}
        awaited={awaited}
        forms={forms}
        options={{
          invitees: invitees.map(({ id, shortName }) => ({ value: id, label: shortName })),
          targets: targets.filter(({ struckOn }) => struckOn === null).map(({ id, ordinal, name }) => ({ value: id, label: `${ordinal}. ${name}` })),
        }}
      />
    </>
  )
}

type GroupsOf = (view: UndertakingView, typed: Values) => Promise<FormGroup[]>

const named = (details: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(details).map(([key, value]) => [`details.${key}`, value]))

const entryOf = ({ kind, entry }: UndertakingView) => entry ?? kind.entries[0]!

const groupsOf = {
  edit: ({ row, kind, allInvitees }, typed) => planGroups(kind, {
    title: row.title, content: row.content, startsOn: row.startsOn ? localDate(row.startsOn) : '', endsOn: row.endsOn ? localDate(row.endsOn) : '', inviteeIds: row.inviteeIds,
    ...named(readDetails(row.details)), ...typed,
  }, allInvitees.map(({ id, shortName }) => ({ value: id, label: shortName })), {}),
  record: (view, typed) => {
    const entry = entryOf(view)
    return entryGroups(view.kind, entry, typed.entry === entry.key ? typed : {}, view.links.map(({ link, label }) => ({ value: link, label })), view.units.map(({ id, name }) => ({ value: id, label: name })))
  },
  close: ({ kind, targets }, typed) => endGroups(kind, typed, kind.targets === 'list' ? targets.filter(({ struckOn }) => struckOn === null).length : 0),
  assess: ({ targets, verdicts, userId }, typed) => readingGroups(typed, targets
    .filter(({ id }) => !verdicts.some(({ targetId, reviewerId }) => targetId === id && reviewerId === userId)).map(({ id, ordinal, name }) => ({ value: id, label: `${ordinal}. ${name}` }))),
} satisfies Readonly<Record<string, GroupsOf>>

async function ownForm(view: UndertakingView, key: keyof typeof groupsOf): Promise<ReactNode> {
  const { row } = view
  const groups = await groupsOf[key](view, await typedBefore(`undertaking.${key}`, row.id))
  const form = (
    <GroupedForm key={key} target={{ step: `undertaking.${key}`, id: row.id, version: row.version, requestId: randomUUID() }} words={await stepWords('undertaking', key)} groups={groups} />
  )
  return key === 'record' ? <><EntryKinds view={view} />{form}</> : form
}

/** Which kind of entry: links, so that each has its own fields without scripts. */
async function EntryKinds({ view }: View) {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const { row, kind } = view
  if (kind.entries.length === 1) return null
  return (
    <nav aria-label={t('entryKind')}>
      <ul className="flex flex-wrap gap-2">
        {kind.entries.map(({ key }) => (
          <li key={key}>
            <Link
              href={`/undertakings/${row.id}?entry=${key}#step-undertaking-record`}
              aria-current={key === entryOf(view).key ? 'true' : undefined}
              className="inline-flex min-h-8 items-center rounded-md border border-line px-2 hover:underline aria-[current]:bg-accent-soft aria-[current]:text-accent-strong"
            >
              {kinds(`${kind.key}.entries.${key}.name` as never)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
