import { createHash } from 'node:crypto'
import { randomOf } from './text'

export type Person = { readonly id: string; readonly login: string; readonly name: string; readonly unitId: string; readonly region: string; readonly roles: readonly string[] }
export type Body = { readonly id: string; readonly kind: string; readonly region: string; readonly name: string; readonly people: readonly Person[] }
export type Place = { readonly code: string; readonly share: number; readonly office: Body; readonly court: Body; readonly agencies: readonly Body[] }

/** Regions, the first ones much larger than the last, each of thirty bodies. */
const codes = ['990101', '990102', '990103', '990104', '990105', '990106', '990107', '990108', '990109', '990110']
const agenciesEach = 28
const prosecutorsEach = 20

export const fixedId = (name: string): string => {
  const hex = createHash('sha1').update(`bench:${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** An id of version 7 for a row of this moment. */
export const idAt = (moment: number, kind: number, index: number): string => {
  const time = moment.toString(16).padStart(12, '0')
  const rest = index.toString(16).padStart(15, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${kind.toString(16).padStart(3, '0')}-8${rest.slice(0, 3)}-${rest.slice(3)}`
}

function bodyOf(region: string, kind: string, key: string, roles: readonly (readonly string[])[]): Body {
  const id = fixedId(`unit:${region}.${key}`)
  const people = roles.map((held, index) => {
    const login = `b${region}.${key}.${index}`
    return { id: fixedId(`user:${login}`), login, name: `经办${index + 1}`, unitId: id, region, roles: held }
  })
  return { id, kind, region, name: `${region}${key}`, people }
}

const prosecutors = Array.from({ length: prosecutorsEach }, () => ['prosecutor'])
const officeRoles = [...prosecutors, ['departmentHead'], ['chiefProsecutor'], ['caseManager']]
const agencyRoles = [['liaison'], ['agencyHandler'], ['agencyLeader']]

export const places: readonly Place[] = codes.map((code, index) => ({
  code,
  share: 1 / (index + 1),
  office: bodyOf(code, 'procuratorate', '检察院', officeRoles),
  court: bodyOf(code, 'court', '法院', [['courtClerk'], ['judge']]),
  agencies: Array.from({ length: agenciesEach }, (_, at) => bodyOf(code, 'agency', `机关${at + 1}`, agencyRoles)),
}))

export const bodies: readonly Body[] = places.flatMap(({ office, court, agencies }) => [office, court, ...agencies])
export const people: readonly Person[] = bodies.flatMap((body) => body.people)

const whole = places.reduce((sum, { share }) => sum + share, 0)

/** Where a row belongs: the first region has a third of all, its first agency a quarter of that. */
export function placeOf(index: number): { place: Place; agency: Body; handler: Person } {
  const next = randomOf(index * 7 + 3)
  let mark = next() * whole
  const place = places.find(({ share }) => (mark -= share) < 0) ?? places[0]!
  const agency = place.agencies[Math.floor(agenciesEach * next() ** 2)]!
  return { place, agency, handler: place.office.people[Math.floor(next() * prosecutorsEach)]! }
}

/** Who is measured: an ordinary prosecutor, and an ordinary liaison of a middling agency, of the largest region. */
export const prosecutor = places[0]!.office.people[3]!
export const departmentHead = places[0]!.office.people[prosecutorsEach]!
export const liaison = places[0]!.agencies[12]!.people[0]!
