import { z } from 'zod'
import { findDomain } from '@/lib/clues/rules/dictionaries'
import { fileId, id, localDay, longText, pastDay, shortText, unitId } from '@/lib/platform/fields'
import type { Role, UnitKind } from '@/lib/platform/roles'

export const powerStates = ['registered', 'doubted', 'revised', 'ended', 'takenBack'] as const
export type PowerState = (typeof powerStates)[number]

/** 牵头, 配合. */
export const powerRoles = ['lead', 'support'] as const
/** Kinds of power as the published lists of agencies name them. */
export const powerKinds = ['licensing', 'penalty', 'coercion', 'levy', 'payment', 'inspection', 'confirmation', 'reward', 'adjudication', 'other'] as const
/** 职责划转, 法律修改, 清单调整. */
export const endGrounds = ['transferred', 'lawChanged', 'listAdjusted'] as const
export const settlements = ['stands', 'revised', 'ended'] as const

/** Bodies a letter may be addressed to. */
export const bearerKinds: readonly UnitKind[] = ['agency', 'publicSecurity', 'justiceBureau', 'finance', 'government', 'township']
/** 司法局, 依法治市（区）办: register for any body of the place and settle doubts. */
export const lawOfficeKinds: readonly UnitKind[] = ['justiceBureau', 'ruleOfLawOffice']
/** Who answers for what a body publishes of itself. */
export const registrars: readonly Role[] = ['agencyLeader', 'liaison', 'bureauOfficer', 'governmentOfficer']

const several = <T extends z.ZodType>(each: T) => z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(each).min(1, 'field.choose').max(20)).meta({ input: 'group' })

const written = {
  matter: shortText(120),
  role: z.enum(powerRoles),
  powers: several(z.enum(powerKinds)),
  duty: longText(5, 2000),
  /** Articles, one a line. */
  basis: longText(2, 3000),
  source: shortText(200).optional(),
  fromOn: localDay(),
  toOn: localDay().optional(),
}

export const registerInput = z.object({
  /** Left blank, the own body. */
  unitId: unitId('bearers').optional(),
  domain: shortText(40).refine((key) => findDomain(key) !== undefined, 'field.choose').meta({ input: 'select', options: 'domains' }),
  ...written,
})
export const reviseInput = z.object({ ...written, reason: longText(4, 1000) })
/** Taken by `revise` and `settle`: the version that follows. */
export const succeedInput = z.object({ predecessorId: id(), ...written })
export type PowerWriting = z.infer<typeof succeedInput>

export const endInput = z.object({ ground: z.enum(endGrounds), lastOn: localDay(), reason: longText(4, 1000) })
export const doubtInput = z.object({ reason: longText(10, 2000), responsibleId: unitId('bearers').optional() })

/** What was announced and has not come: the version or the end of it. */
export const takeBackInput = z.object({ reason: longText(4, 1000) })

const settlement = {
  result: z.enum(settlements),
  reason: longText(5, 2000),
  /** Of what is changed: from when it reads otherwise; left blank stays as it was. */
  fromOn: localDay().optional(),
  matter: shortText(120).optional(),
  role: z.enum(powerRoles).optional().meta({ input: 'select' }),
  duty: longText(5, 2000).optional(),
  basis: longText(2, 3000).optional(),
  /** Of what ends. */
  ground: z.enum(endGrounds).optional().meta({ input: 'select' }),
  lastOn: localDay().optional(),
}
export const settleInput = z.object(settlement)
export type Settlement = z.infer<typeof settleInput>
/** 代录: of an office without accounts, from paper. */
export const settleOnPaperInput = z.object({ ...settlement, settledOn: pastDay(), signerName: shortText(40), scanFileId: fileId() })

export const shows = ['inForce', 'doubted', 'crossing', 'all'] as const
export const powersQuery = z.object({
  place: z.string().max(12).optional().catch(undefined),
  domain: z.string().max(40).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  show: z.enum(shows).catch('inForce'),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type PowersFilter = z.infer<typeof powersQuery>
/** What a new entry is begun with. */
export const newPowerQuery = powersQuery.pick({ domain: true, unit: true })
