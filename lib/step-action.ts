'use server'

import { redirect } from 'next/navigation'
import '@/lib/procedures'
import { dropDraft, saveDraft } from '@/lib/drafts/data'
import { draftKey } from '@/lib/drafts/rules'
import { draftInput } from '@/lib/drafts/schema'
import { findStep } from '@/lib/engine/procedure/registry'
import { takeStep, type StepAnswer } from '@/lib/engine/procedure/take-step'
import { listLastSteps } from '@/lib/engine/procedure/time-line'
import { proveAgain } from '@/lib/identity/mutations/factor'
import { getTranslations } from 'next-intl/server'
import { findActor, findSignedIn } from '@/lib/platform/actor'
import { localMinute } from '@/lib/platform/clock'
import { Failure } from '@/lib/platform/errors'
import { takeUploads } from '@/lib/platform/files/from-form'
import { formToInput, textOf as text, typedOf } from '@/lib/platform/form'
import { log } from '@/lib/platform/log'
import { type Actor, scopeOf } from '@/lib/platform/scope'
import { tellStepDone } from '@/lib/platform/step-done'
import { findWriter } from '@/lib/platform/writer'
import { findUnitNames } from '@/lib/units/data'

/** What the form shows again, in the person's language: nothing typed is lost. */
export type StepState = {
  readonly message?: string
  /** The person has to sign in again; what was typed stays in the form. */
  readonly signedOut?: boolean
  /** The step wants the person to prove again who they are: by a code, or where there is no authenticator by the password. */
  readonly prove?: 'code' | 'password'
  readonly fields?: Readonly<Record<string, string>>
  /** What others did since the form was drawn, and where all of it stands. */
  readonly since?: { readonly title: string; readonly lines: readonly string[]; readonly trail: { readonly label: string; readonly href: string } | null }
  readonly typed?: Readonly<Record<string, string | string[]>>
  /** The version the form goes on from: once the person was told what was done since, the one reached by it. */
  readonly version?: number
}

/** The one action for every step of every procedure. The page names the step and record; the runner checks the rest. */
export async function submitStep(_: StepState, form: FormData): Promise<StepState> {
  const answer = await answerStep(form).catch((error: unknown) => unsure(error, form))
  if (answer.ok) {
    await tellStepDone({ step: text(form, '$step') ?? '', requestId: text(form, '$request') ?? '' })
    redirect(answer.href)
  }
  await keepTyped(form)
  const t = await getTranslations()
  const words = (key: string) => t(key as never, (answer.params ?? {}) as never)
  const changes = answer.code === 'conflict' ? Number(answer.params?.changes ?? 0) : 0
  const since = await sinceDrawn(form, changes)
  const drawn = versionOf(form)
  return {
    message: words(answer.reason ?? `errors.${answer.code}`),
    signedOut: answer.code === 'signedOut',
    ...(answer.code === 'reauth' ? { prove: (await findSignedIn())?.hasFactor ? ('code' as const) : ('password' as const) } : {}),
    since,
    ...(drawn === undefined ? {} : { version: drawn + (since ? changes : 0) }),
    fields: Object.fromEntries(Object.entries(answer.fields ?? {}).map(([name, key]) => [name, words(key)])),
    typed: typedOf(form),
  }
}

/** What was refused stays a draft, with the last words too; only forms that keep drafts ask for it. */
async function keepTyped(form: FormData): Promise<void> {
  if (text(form, '$draft') === undefined) return
  const fields: Record<string, string[]> = {}
  for (const name of new Set(form.keys()))
    if (!name.startsWith('$')) fields[name] = form.getAll(name).filter((value): value is string => typeof value === 'string')
  const draft = draftInput.safeParse({ key: draftKeyOf(form), fields })
  if (!draft.success) return
  try {
    const actor = await findActor()
    if (actor) await saveDraft(scopeOf(actor), draft.data.key, draft.data.fields)
  } catch (error) {
    // The form still has the text; the answer to the step matters more.
    log('warn', 'draft.lost', { error: error instanceof Error ? error.name : typeof error })
  }
}

const mostTold = 5

/** As the record's time line tells it to this person: who, for which unit, what, when. */
async function sinceDrawn(form: FormData, changes: number): Promise<StepState['since']> {
  if (changes <= 0) return undefined
  const [actor, id, known] = [await findActor(), text(form, '$id'), findStep(text(form, '$step') ?? '')]
  if (!actor || !id || !known) return undefined
  const scope = scopeOf(actor)
  const entries = (await listLastSteps(scope, { type: known.feature.subject.type, id }, changes)).slice(0, mostTold)
  if (entries.length === 0) return undefined
  const [t, units] = [await getTranslations(), await findUnitNames(scope, entries.flatMap(({ unitId }) => unitId ?? []))]
  const line = ({ at, step, who, unitId }: (typeof entries)[number]) =>
    t('procedure.since.line', { when: localMinute(at), who: [unitId ? units[unitId] : undefined, who].filter(Boolean).join(' '), what: t(`${step}.done` as never) })
  const href = known.feature.trail?.(id)
  return { title: t('procedure.since.title'), lines: entries.map(line), trail: href ? { label: t('procedure.since.trail'), href } : null }
}

/** The row as this form knew it. */
function versionOf(form: FormData): number | undefined {
  const version = Number(text(form, '$version'))
  return Number.isInteger(version) && version > 0 ? version : undefined
}

const draftKeyOf = (form: FormData): string => draftKey(text(form, '$step') ?? '', text(form, '$id'))

/** The same request sent again gets the true answer, so what was typed stays and may simply be sent again. */
function unsure(error: unknown, form: FormData): StepAnswer {
  // Where it broke, not what it said: messages of the database may quote what was typed.
  const at = error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim()) : []
  log('error', 'step.broken', { step: text(form, '$step'), error: error instanceof Error ? error.name : typeof error, code: error instanceof Error && 'code' in error ? String(error.code) : '', at })
  return { ok: false, code: 'unsure' }
}

async function answerStep(form: FormData): Promise<StepAnswer> {
  const { actor, refused: barred } = await findWriter()
  if (!actor) return { ok: false, ...barred }
  const unproven = await proveFirst(actor, form)
  if (unproven) return unproven
  const refused = await takeUploads(actor, form)
  if (Object.keys(refused).length > 0) return { ok: false, code: 'invalid', fields: refused }
  const step = text(form, '$step') ?? ''
  const id = text(form, '$id') ?? null
  const version = versionOf(form)
  const answer = await takeStep(actor, step, id, formToInput(form), {
    requestId: text(form, '$request') ?? '',
    ...(version === undefined ? {} : { version }),
  })
  if (answer.ok) await dropDraft(scopeOf(actor), draftKeyOf(form))
  return answer
}

/** What the form brought along to prove who sits there; a wrong proof stops the step before anything of it is read. */
async function proveFirst(actor: Actor, form: FormData): Promise<StepAnswer | null> {
  const [code = '', password = ''] = [text(form, '$code')?.trim(), text(form, '$password')]
  if (code === '' && password === '') return null
  try {
    await proveAgain(actor, { code, password })
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { ok: false, code: 'reauth', reason: error.code === 'tooMany' ? 'errors.tooMany' : 'errors.proofWrong' }
  }
}
