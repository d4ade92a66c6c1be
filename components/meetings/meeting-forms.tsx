import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { typedBefore } from '@/components/procedure/drafts'
import type { WordedField } from '@/components/procedure/step-fields'
import { stepWords } from '@/components/procedure/step-words'
import type { Option } from '@/components/ui/field'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'
import { localDate, today } from '@/lib/platform/clock'
import type { MeetingView } from '@/lib/meetings/loaders/meeting'
import { agendaDecisions, cameAs } from '@/lib/meetings/schema/meeting'
import { type FormLine, RowsForm } from './rows-form'

type Typed = Readonly<Record<string, string | string[]>>
type Named = { readonly input?: FieldInput; readonly required?: boolean; readonly value?: string | readonly string[] | null; readonly options?: readonly Option[]; readonly word?: string }

/** A field in the person's language; what was typed before and not sent beats what is stored. */
async function fieldMaker(typed: Typed) {
  const t = await getTranslations('meeting.fields')
  return (name: string, { input = 'text', required = false, value, options = [], word = name }: Named = {}): WordedField => {
    const help = `${word}.help`
    const was = typed[name] ?? value ?? undefined
    return { name, input, required, options, label: t(`${word}.label` as never), ...(t.has(help as never) ? { help: t(help as never) } : {}), ...(was === undefined ? {} : { value: was }) }
  }
}
type Make = Awaited<ReturnType<typeof fieldMaker>>

const blankAgenda = 3
const blankResolutions = 8

async function form(view: MeetingView, key: string, parts: (make: Make) => Promise<{ above: WordedField[]; title: string; lines: FormLine[] }>) {
  const { id, version } = view.meeting
  const make = await fieldMaker(await typedBefore(`meeting.${key}`, id))
  return <RowsForm target={{ step: `meeting.${key}`, id, version, requestId: randomUUID() }} words={await stepWords('meeting', key)} {...(await parts(make))} />
}

/** Own forms of the steps that deserve one, for those that are offered. */
export async function meetingForms(view: MeetingView): Promise<Record<string, ReactNode>> {
  const makers: Record<string, () => Promise<ReactNode>> = {
    setAgenda: () => form(view, 'setAgenda', (make) => agendaParts(view, make)),
    invite: () => form(view, 'invite', (make) => inviteParts(view, make)),
    hold: () => form(view, 'hold', (make) => holdParts(view, make)),
    writeMinutes: () => form(view, 'writeMinutes', (make) => minutesParts(view, make)),
  }
  const offered = view.steps.filter(({ key, blocked }) => key in makers && blocked === null)
  return Object.fromEntries(await Promise.all(offered.map(async ({ key }) => [key, await makers[key]!()] as const)))
}

async function agendaParts({ meeting, candidates, choices }: MeetingView, make: Make) {
  const t = await getTranslations('meetings')
  const values = await getTranslations('meeting.values')
  const decisions = agendaDecisions.map((value) => ({ value, label: values(`decision.${value}`) }))
  const stored = meeting.agenda.map((item, index) => ({ ...item, order: item.decision === 'take' ? String(index + 1) : undefined }))
  const rows = [...stored, ...candidates.map((each) => ({ ...each, decision: 'leave', note: undefined, order: undefined }))]
  const line = (row: Partial<(typeof rows)[number]>, index: number, heading: string): FormLine => {
    const at = (field: string) => `items.${index}.${field}`
    return {
      key: String(index), heading,
      hidden: row.source ? { [at('source')]: row.source, ...(row.sourceId ? { [at('sourceId')]: row.sourceId } : {}) } : {},
      fields: [
        make(at('title'), { word: 'agendaTitle', value: row.title, required: row.source !== undefined }), make(at('note'), { word: 'note', value: row.note }),
        make(at('ownerId'), { word: 'agendaOwner', input: 'select', options: choices, value: row.ownerId }), make(at('dueOn'), { word: 'agendaDue', input: 'date', value: row.dueOn }),
        make(at('decision'), { word: 'decision', input: 'select', options: decisions, value: row.decision }), make(at('order'), { word: 'order', input: 'number', value: row.order }),
      ],
    }
  }
  const blank = Array.from({ length: blankAgenda }, (_, index) => line({}, rows.length + index, t('blankRow')))
  return { above: [], title: t('gathered', { count: candidates.length }), lines: [...rows.map((row, index) => line(row, index, values(`source.${row.source}`))), ...blank] }
}

async function inviteParts({ meeting, choices }: MeetingView, make: Make) {
  const day = meeting.plannedOn && localDate(meeting.plannedOn)
  return {
    title: '', lines: [],
    above: [
      make('plannedOn', { input: 'date', required: true, value: day }), make('startsAt', { required: true }), make('endsAt'), make('place', { required: true }),
      make('hostName', { required: true }), make('hostPost', { required: true }), make('opinionsBy', { input: 'date' }), make('unitIds', { input: 'group', required: true, options: choices }),
    ],
  }
}

async function holdParts({ meeting, attendances, units }: MeetingView, make: Make) {
  const t = await getTranslations('meetings')
  const values = await getTranslations('meeting.values.came')
  const options = cameAs.map((value) => ({ value, label: values(value) }))
  return {
    title: t('attendance'),
    above: [
      make('heldOn', { input: 'date', required: true, value: meeting.plannedOn && localDate(meeting.plannedOn) }), make('startsAt', { value: meeting.startsAt }), make('endsAt', { value: meeting.endsAt }),
      make('place', { required: true, value: meeting.place }), make('hostName', { required: true, value: meeting.hostName }), make('hostPost', { required: true, value: meeting.hostPost }), make('recorder', { required: true }),
    ],
    lines: attendances.map(({ id, unitId, personName, standInName }, index): FormLine => {
      const at = (field: string) => `rows.${index}.${field}`
      const named = [personName, standInName].filter(Boolean).join(' / ')
      return {
        key: id, heading: [units[unitId], named].filter(Boolean).join('：'), hidden: { [at('attendanceId')]: id },
        fields: [
          make(at('came'), { word: 'came', input: 'radio', required: true, options, ...(personName ? { value: 'present' } : {}) }),
          make(at('name'), { word: 'name' }), make(at('reason'), { word: 'absenceReason' }),
        ],
      }
    }),
  }
}

async function minutesParts({ meeting, attendances, units, choices }: MeetingView, make: Make) {
  const t = await getTranslations('meetings')
  const owners = [...new Set([...attendances.map(({ unitId }) => unitId), meeting.deskId, ...(meeting.coDeskId ? [meeting.coDeskId] : [])])]
    .map((value) => ({ value, label: units[value] ?? choices.find((each) => each.value === value)?.label ?? '' }))
  const issues = meeting.agenda.flatMap(({ source, sourceId, title }) => (source === 'issue' && sourceId ? [{ value: sourceId, label: title }] : []))
  // Until something has been resolved, each matter of the agenda with a unit waits for its line.
  const begun = meeting.resolutions.length > 0 || meeting.summary ? meeting.resolutions : proposed(meeting.agenda, owners.map(({ value }) => value))
  const count = begun.length + blankResolutions
  return {
    title: t('resolutions'), above: [make('summary', { input: 'long', required: true, value: meeting.summary })],
    lines: Array.from({ length: count }, (_, index): FormLine => {
      const row = begun[index]
      const at = (field: string) => `resolutions.${index}.${field}`
      return {
        key: String(index), heading: t('resolutionN', { n: index + 1 }), hidden: {},
        fields: [
          make(at('text'), { word: 'text', input: 'long', value: row?.text }), make(at('ownerId'), { word: 'ownerId', input: 'select', options: owners, value: row?.ownerId }),
          make(at('dueOn'), { word: 'dueOn', input: 'date', value: row?.dueOn }),
          ...(issues.length > 0 ? [make(at('issueId'), { word: 'issueId', input: 'select', options: issues, value: row?.issueId })] : []),
          make(at('campaign'), { word: 'campaign', input: 'checkbox', value: row?.campaign ? 'on' : undefined }),
        ],
      }
    }),
  }
}

/** What the agenda says of whose a matter is and by when, as a resolution to be worded. */
function proposed(agenda: MeetingView['meeting']['agenda'], owners: readonly string[]): MeetingView['meeting']['resolutions'] {
  const day = today()
  return agenda.filter(({ decision, ownerId }) => decision === 'take' && ownerId && owners.includes(ownerId)).map(({ title, ownerId, dueOn, source, sourceId }) => ({
    text: title, ownerId, ...(dueOn && dueOn > day ? { dueOn } : {}), ...(source === 'issue' && sourceId ? { issueId: sourceId } : {}),
  }))
}
