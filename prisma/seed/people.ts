import type { Role } from '@/lib/platform/roles'

/** A desk in a body: login ending, post, roles. */
export type Desk = { login: string; post: string; roles: readonly Role[] }

const desk = (login: string, post: string, ...roles: Role[]): Desk => ({ login, post, roles })

const administrators = [
  desk('admin', '系统管理员', 'systemAdmin'),
  desk('security', '安全管理员', 'securityAdmin'),
  desk('audit', '审计管理员', 'auditAdmin'),
]

const prosecution = [
  desk('prosecutor', '公益诉讼检察部检察官', 'prosecutor'),
  desk('prosecutor2', '公益诉讼检察部检察官', 'prosecutor'),
  desk('assistant', '公益诉讼检察部检察官助理', 'prosecutorAssistant'),
  desk('head', '公益诉讼检察部主任', 'departmentHead'),
  desk('chief', '检察长', 'chiefProsecutor'),
  desk('manager', '案件管理办公室主任', 'caseManager'),
  desk('policy', '法律政策研究室主任', 'policyDepartment'),
]

const court = [desk('court', '行政审判庭法官助理(联络员)', 'courtClerk'), desk('judge', '行政审判庭庭长', 'judge')]
const justice = [desk('bureau', '执法监督科科长', 'bureauOfficer'), desk('justice.liaison', '办公室副主任', 'liaison')]
const office = [desk('government', '秘书科科长', 'governmentOfficer'), desk('office.liaison', '法制科副科长', 'liaison')]

/** Bodies whose people answer letters; the others have a liaison. */
const staffed = new Set([
  'water', 'health', 'housing', 'environment', 'transport', 'market', 'urban', 'farming', 'resources', 'emergency',
  'linjiang', 'jiangan', 'haitang', 'yuhe', 'huaiyin',
])
const watching = new Set(['congress', 'discipline', 'politicsLaw'])

const team = (key: string) => [
  desk(`${key}.liaison`, '办公室副主任', 'liaison'),
  desk(`${key}.handler`, '执法科科长', 'agencyHandler'),
  desk(`${key}.legal`, '法制科科长', 'legalReviewer'),
  desk(`${key}.leader`, '副局长', 'agencyLeader'),
]

/** Who sits in the body `key` of a county. */
export function desksOf(key: string): readonly Desk[] {
  if (key === 'procuratorate') return [...prosecution, ...administrators]
  if (key === 'court') return court
  if (key === 'justice') return justice
  if (key === 'office') return office
  if (key === 'ruleOfLaw') return [desk('ruleOfLaw.bureau', '督察科科长', 'bureauOfficer')]
  if (key === 'congress') return [desk('viewer', '监察和司法工作委员会委员', 'viewer')]
  if (watching.has(key)) return [desk(`${key}.viewer`, '干部', 'viewer')]
  return staffed.has(key) ? team(key) : [desk(`${key}.liaison`, '办公室副主任', 'liaison')]
}

export const cityDesks: Readonly<Record<string, readonly Desk[]>> = {
  procuratorate: [
    desk('superior', '第八检察部检察官', 'superiorOfficer'),
    desk('prosecutor', '第八检察部检察官', 'prosecutor'),
    desk('head', '第八检察部主任', 'departmentHead'),
    desk('chief', '检察长', 'chiefProsecutor'),
    ...administrators,
  ],
  court,
  justice,
  office,
  environment: team('environment'),
  resources: team('resources'),
  police: [desk('police.liaison', '法制支队民警', 'liaison')],
}

export const provinceDesks: Readonly<Record<string, readonly Desk[]>> = { procuratorate: administrators }
