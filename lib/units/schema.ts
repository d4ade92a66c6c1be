import { z } from 'zod'
import { type Role, unitKinds, type UnitKind } from '@/lib/platform/roles'
import { localDay, shortText, unitId, userId } from '@/lib/platform/fields'

export const unitStates = ['active', 'closed'] as const
export const regionStates = ['preparing', 'active'] as const
/** The parts of setting up a region, in their order. */
export const courseParts = ['region', 'procuratorate', 'units', 'people', 'numbers', 'settings', 'calendar', 'running', 'open'] as const
export type CoursePart = (typeof courseParts)[number]

/** Posts without which nothing could be decided, and the three administrators. */
export const officePosts = ['chiefProsecutor', 'departmentHead', 'prosecutor', 'caseManager'] as const satisfies readonly Role[]
/** What keeps a region from being opened, each in the part where it is mended. */
export const regionGaps = {
  procuratorate: 'procuratorate', code: 'procuratorate', superior: 'procuratorate', bodies: 'units',
  chiefProsecutor: 'people', departmentHead: 'people', prosecutor: 'people', caseManager: 'people', systemAdmin: 'people', securityAdmin: 'people', auditAdmin: 'people',
  liaisons: 'people', waiting: 'settings',
} as const satisfies Readonly<Record<string, CoursePart>>
export type RegionGap = keyof typeof regionGaps
export const agencyForms = ['own', 'branch', 'vertical'] as const
/** 主联络员 and 副联络员. */
export const liaisonRanks = ['main', 'deputy'] as const
export type LiaisonRank = (typeof liaisonRanks)[number]
/** Bodies that only watch need nobody who answers. */
export const watchingKinds: readonly UnitKind[] = ['discipline', 'congress', 'partyCommittee']
/** Business lines in which one body stands above another; a branch's line is its agency's own. */
export const superiorLines = ['procuratorial', 'judicial', 'administrative'] as const

const code = () => z.string().trim().regex(/^\d{2}(\d{2}){0,4}$/, 'units.invalid.code')
const words = (max: number) => z.string().trim().max(max, 'field.tooLong').optional()

export const createRegionInput = z.object({
  code: code(),
  name: shortText(40),
  shortName: shortText(20),
  parentCode: code().meta({ options: 'regions', input: 'select' }),
})

export const openRegionInput = z.object({})
export const changeRegionInput = z.object({ name: shortText(40), shortName: shortText(20) })

const unitFields = {
  name: shortText(80),
  shortName: shortText(30),
  /** 机关代字: characters only, so that nothing in it reads as year or ordinal. */
  numberCode: z.string().trim().regex(/^\p{Script=Han}{2,12}$/u, 'units.invalid.numberCode').optional(),
  agencyForm: z.enum(agencyForms).optional().meta({ input: 'select' }),
  parentId: unitId('superiors').optional(),
  address: words(120),
}

export const createUnitInput = z.object({
  regionCode: code().meta({ options: 'regions', input: 'select' }),
  kind: z.enum(unitKinds),
  ...unitFields,
})

export const changeUnitInput = z.object(unitFields)

export const unitReasonInput = z.object({ reason: shortText(200) })

export const nameSuperiorInput = z.object({
  superiorId: unitId('superiors'),
  line: z.enum(superiorLines),
  fromOn: localDay(),
})

export const nameLiaisonInput = z.object({ userId: userId('liaisons'), rank: z.enum(liaisonRanks), fromOn: localDay() })
export const endLiaisonInput = z.object({ userId: userId('posts'), reason: shortText(200) })

const page = z.coerce.number().int().min(1).max(10_000).catch(1)
const one = (schema: z.ZodType<string>) => schema.optional().catch(undefined)

export const unitQuery = z.object({ region: one(code()), kind: one(z.enum(unitKinds)), q: one(z.string().trim().min(1).max(40)), liaison: z.literal('none').optional().catch(undefined), page })
