import { z } from 'zod'
import { cycles } from '@/lib/engine/deadlines/recurring'
import { fileId, fileIds, id, localDay, longestText, longText, pastDay, shortText, tick, unitId } from '@/lib/platform/fields'

export const charterStates = ['drafted', 'signing', 'signed', 'published', 'withdrawn'] as const
export const opennessKinds = ['public', 'onRequest', 'internal'] as const
export const sourceKinds = ['document', 'news', 'report'] as const
export const origins = ['source', 'practice'] as const

/** What an article can promise; what of `terms` each needs says rules/terms.ts. */
export const obligationKinds = ['recurring', 'event', 'designation', 'gate', 'right', 'visibility', 'indicator'] as const
export type ObligationKind = (typeof obligationKinds)[number]

/** Who owes: kinds of bodies as an opinion names them; which these are says rules/groups.ts. */
export const owingGroups = [
  'procuratorate', 'court', 'justiceBureau', 'ruleOfLawOffice', 'government', 'finance', 'publicSecurity', 'townships', 'agencies', 'administrative', 'members', 'everybody',
] as const
export type OwingGroup = (typeof owingGroups)[number]

export const lengthUnits = ['naturalDay', 'workingDay', 'month'] as const
export const cycleKeys = Object.keys(cycles) as [keyof typeof cycles, ...(keyof typeof cycles)[]]
/** What the main line itself does because an article says so. */
export const effects = ['penaltyData', 'electronicService', 'lettersToBureau', 'lettersToGovernment', 'lettersToBoth'] as const

/** Steps and duties by their names (`meeting.hold`, `clue.refer`); lengths are the article's own, never the law's. */
export const termsSchema = z.strictObject({
  cycle: z.enum(cycleKeys).optional(),
  /** Days after the end of the period until which it is in time. */
  dueDays: z.int().min(0).max(90).optional(),
  startStep: z.string().max(80).optional(),
  amount: z.int().min(1).max(400).optional(),
  unit: z.enum(lengthUnits).optional(),
  /** The step that keeps it; without one, the unit records itself how it kept it. */
  keptBy: z.string().max(80).optional(),
  /** Counts only where the step raised this flag: a kind of meeting, a kind of bulletin. */
  keptWhen: z.string().max(80).optional(),
  /** Kept whoever takes that step: a meeting is held for all. */
  byAnyone: z.boolean().optional(),
  /** A duty the main line already has a clock for. */
  duty: z.string().max(80).optional(),
  effect: z.enum(effects).optional(),
})
export type Terms = z.infer<typeof termsSchema>

export const obligationSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-zA-Z0-9]*$/), kind: z.enum(obligationKinds), title: z.string().min(2).max(60), owedBy: z.enum(owingGroups), terms: termsSchema,
})
export type ObligationFacts = z.infer<typeof obligationSchema>

/** A sample opinion of facts/charters, from which a place may start. */
export const sampleSchema = z.strictObject({
  regionCode: z.string().regex(/^\d{6}$/),
  key: z.string(),
  title: z.string(),
  /** Says openly that the words are ours and not the source's. */
  mark: z.string(),
  source: z.strictObject({ title: z.string(), kind: z.enum(sourceKinds) }),
  openness: z.enum(opennessKinds),
  number: z.string(),
  issuedOn: z.iso.date(),
  /** Kinds of bodies in the order in which they sign; the first of them drafts. */
  signers: z.array(z.strictObject({ kind: z.string(), interprets: z.boolean() })).min(1),
  provisions: z.array(z.strictObject({
    article: z.string(), heading: z.string(), origin: z.enum(origins), text: z.string().min(6), obligations: z.array(obligationSchema),
  })).min(3),
})
export type Sample = z.infer<typeof sampleSchema>

const select = (options: string) => shortText(80).meta({ input: 'select', options })
const number = (max: number) => z.coerce.number().int('field.number').min(0, 'field.number').max(max, 'field.number').meta({ input: 'number' })

/** `start`: blank, a sample by its key, or the id of a charter in force. */
export const draftInput = z.object({ title: shortText(120), start: select('starts') })
export const describeInput = z.object({
  title: shortText(120), openness: z.enum(opennessKinds), indexNumber: shortText(60).optional(), sourceTitle: shortText(200).optional(),
  reading: longText(1, 4000).optional(), fileIds: fileIds(6).optional(),
})
/** The whole text, word for word; articles are told apart by 第…条. The file it was read from is kept beside it. */
export const setTextInput = z.object({ fileId: fileId().optional(), text: longText(20, longestText) })
export const setSignersInput = z.object({
  first: unitId(), second: unitId().optional(), third: unitId().optional(), fourth: unitId().optional(), interpreters: z.enum(['all', 'first', 'firstTwo', 'lastTwo']),
})
const obligationFields = {
  provisionId: id().meta({ input: 'select', options: 'provisions' }), kind: z.enum(obligationKinds), title: shortText(60), owedBy: z.enum(owingGroups),
  cycle: z.enum(cycleKeys).optional(), dueDays: number(90).optional(), startStep: select('steps').optional(), amount: number(400).optional(),
  unit: z.enum(lengthUnits).optional(), keptBy: select('keepers').optional(), keptWhen: shortText(80).optional(), byAnyone: tick().optional(), duty: select('duties').optional(),
  effect: z.enum(effects).optional(),
}
export const addObligationInput = z.object(obligationFields)
export type ObligationInput = z.infer<typeof addObligationInput>
export const changeObligationInput = z.object({ obligationId: id().meta({ input: 'select', options: 'obligations' }), ...obligationFields })
export const dropObligationInput = z.object({ obligationId: id().meta({ input: 'select', options: 'obligations' }), reason: shortText(200) })
export const startSigningInput = z.object({})
export const signInput = z.object({ signerName: shortText(40), signedOn: pastDay() })
export const signOnPaperInput = z.object({ signerName: shortText(40), signedOn: pastDay(), scanFileId: fileId() })
export const reopenInput = z.object({ reason: longText(5, 1000) })
export const publishInput = z.object({ number: shortText(60), issuedOn: pastDay(), effectiveOn: localDay() })
export const withdrawInput = z.object({ reason: longText(5, 1000) })
export const repealInput = z.object({ endsOn: localDay(), reason: longText(5, 1000) })

export const fulfilmentStates = ['owed', 'kept', 'waived'] as const
export const keepInput = z.object({ keptOn: pastDay(), note: longText(5, 2000), fileIds: fileIds().optional() })
/** Taken by the step that keeps it. */
export const keepByStepInput = z.object({ keptOn: localDay(), type: shortText(60), recordId: id(), title: shortText(200) })
export const waiveInput = z.object({ reason: longText(5, 1000) })
/** Taken by the step that is a use of a right, or was held by a gate. */
export const countInput = z.object({
  obligationId: id(), unitId: id(), type: shortText(60), recordId: id(), title: shortText(200), audience: z.array(z.string().max(80)).max(200),
})

export const questionStates = ['asked', 'proposed', 'agreed'] as const
export const askInput = z.object({ charterId: id().meta({ input: 'select', options: 'charters' }), provisionId: id().meta({ input: 'select', options: 'provisions' }).optional(), title: shortText(80), question: longText(5, 2000) })
export const proposeAnswerInput = z.object({ answer: longText(5, 4000) })
export const agreeInput = z.object({ confirmed: tick() })

/** What the page of a new promise begins with: how it is worded, and in which article. */
export const promiseQuery = z.object({ way: z.string().max(40).optional().catch(undefined), provision: z.uuid().optional().catch(undefined) })

/** The list's filter, as it stands in the address. */
export const charterQuery = z.object({ show: z.enum(['inForce', 'all']).catch('inForce') })
export const fulfilmentQuery = z.object({
  state: z.enum(['all', 'broken', 'atRisk', 'owed', 'kept']).catch('all'), page: z.coerce.number().int().min(1).max(500).catch(1),
})
