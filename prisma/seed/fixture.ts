import { fileURLToPath } from 'node:url'
import { hash } from '@node-rs/argon2'
import { now } from '@/lib/platform/clock'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { everywhere } from '@/lib/platform/settings'
import { factorKey, type FactorLevel } from '@/lib/platform/sign-in-rules'
import { desksOf, cityDesks, type Desk, provinceDesks } from './people'
import { idOf, nameGiver, phoneOf } from './names'
import { bodies, cityBodies, type Place, places, provinceBodies } from './places'

/** The one password of all demo sign-ins. */
export const demoPassword = () => env().DEMO_PASSWORD

/** `liyuan.water` → the id of that unit; `liyuan.prosecutor` → the id of that person, whose sign-in is kept in small letters. The same in every run. */
export const unitIdOf = (key: string): string => idOf(`unit:${key}`)
export const userIdOf = (login: string): string => idOf(`user:${login.toLowerCase()}`)

const since = new Date('2020-01-01T00:00:00Z')

type Seat = Desk & { unitKey: string; regionCode: string; prefix: string }

/** Places, units and people, without business: the ground for the demo's story and for tests. Safe to run again. */
export async function seedPlaces(db: Tx): Promise<void> {
  await db.region.createMany({
    data: places.map(({ key, code, name, shortName, parent }) => ({
      code, name, shortName, parentCode: parent, charterKey: code.length === 6 ? key : null, status: 'active',
    })),
    skipDuplicates: true,
  })
  await db.unit.createMany({ data: places.flatMap(unitsOf), skipDuplicates: true })
  await db.unitRelation.createMany({ data: relations(), skipDuplicates: true })
  await seedPeople(db, places.flatMap(seatsOf))
  await freeFromFactor(db)
}

/** One password for all and printed: a second factor on top would only be in the way. A place of its own has the rule as shipped. */
async function freeFromFactor(db: Tx): Promise<void> {
  await db.setting.createMany({
    data: [{
      id: idOf(`setting:${factorKey}`), regionCode: everywhere, key: factorKey, value: 'nobody' satisfies FactorLevel, effectiveOn: since,
      reason: '演示账号使用同一公开密码，不要求动态验证码', setById: userIdOf('province.admin'), setAt: now(),
    }],
    skipDuplicates: true,
  })
}

async function seedPeople(db: Tx, seats: readonly Seat[]): Promise<void> {
  const passwordHash = await hash(demoPassword())
  const nameOf = nameGiver()
  const logins = seats.map((seat) => ({ ...seat, login: `${seat.prefix}.${seat.login}` }))
  await db.user.createMany({
    data: logins.map(({ login, post, unitKey, regionCode }) => ({
      id: userIdOf(login), login: login.toLowerCase(), name: nameOf(login), post, phone: phoneOf(login), unitId: unitIdOf(unitKey), regionCode, passwordHash, createdAt: now(),
    })),
    skipDuplicates: true,
  })
  await db.roleGrant.createMany({
    data: logins.flatMap(({ login, roles, unitKey }) =>
      roles.map((role) => ({ id: idOf(`grant:${login}:${role}`), userId: userIdOf(login), unitId: unitIdOf(unitKey), role, fromOn: since })),
    ),
    skipDuplicates: true,
  })
}

// A county-level city has its own body where a district has a branch of the city's: same key, other form.
const keyOf = (agency: string) => ({ cityResources: 'resources', cityPolice: 'police' })[agency] ?? agency

const bodiesOf = ({ key, agencies }: Place) =>
  key === 'province' ? Object.entries(provinceBodies) : key === 'shifan' ? Object.entries(cityBodies) : agencies.map((agency) => [keyOf(agency), bodies[agency]!] as const)

function unitsOf(place: Place): Prisma.UnitCreateManyInput[] {
  const offices = bodiesOf(place).map(([key, body]) => {
    const kind = body.kind ?? 'agency'
    const name = fill(body.name, place)
    return {
      id: unitIdOf(`${place.key}.${key}`), regionCode: place.code, kind, name, shortName: shortNameOf(name), numberCode: place.shortName + body.code, line: key,
      agencyForm: kind === 'agency' ? (body.form ?? 'own') : (body.form ?? null),
      parentId: body.form === 'branch' ? unitIdOf(`shifan.${key}`) : null,
      domains: [...(body.domains ?? [])], address: `${place.name}示例路${Number.parseInt(idOf(name).slice(0, 2), 16) + 1}号`,
    }
  })
  const townships = Object.entries(place.townships).map(([key, name]) => ({
    id: unitIdOf(`${place.key}.${key}`), regionCode: place.code, kind: 'township', name: `${place.name}${name}`, shortName: name.replace(/人民政府|办事处/, ''),
    numberCode: place.shortName + name.replace(/(街道办事处|[镇乡]人民政府)$/, ''),
    line: 'township', agencyForm: null, parentId: null, domains: ['environment', 'workSafety'], address: `${place.name}${name.replace(/人民政府|办事处/, '')}示例路1号`,
  }))
  return [...offices, ...townships]
}

const fill = (text: string, place: Place) =>
  text.replace('{place}', place.name).replace('{short}', place.shortName).replace('{city}', '示范市').replace('{seat}', place.name.slice(-1))

// 澧源区人民检察院 → 澧源区检察院; 示范市生态环境局澧源分局 → 生态环境局澧源分局.
const shortNameOf = (name: string) =>
  name.replace(/人民(检察院|法院)$/, '$1').replace(/人民政府办公室$/, '政府办').replace(/^国家税务总局示范市/, '').replace(/^示范市(?=.+分局$)/, '')
    .replace(/^中共(.+?)委全面依法治(.)委员会办公室$/, '$1依法治$2办').replace(/^中共(.+?)委政法委员会$/, '$1委政法委')
    .replace(/人大常委会监察和司法工作委员会$/, '人大监司工委')

function relations(): Prisma.UnitRelationCreateManyInput[] {
  const below = (key: string, line: string) =>
    places.filter(({ code }) => code.length === 6).map((place) => link(`shifan.${key}`, `${place.key}.${key}`, line))
  const branches = places.flatMap((place) =>
    bodiesOf(place).filter(([, { form }]) => form === 'branch').map(([key]) => link(`shifan.${key}`, `${place.key}.${key}`, key)),
  )
  return [link('province.procuratorate', 'shifan.procuratorate', 'procuratorial'), ...below('procuratorate', 'procuratorial'), ...below('court', 'judicial'), ...branches]
}

const link = (superior: string, inferior: string, line: string) => ({
  id: idOf(`superior:${inferior}:${line}`), superiorId: unitIdOf(superior), inferiorId: unitIdOf(inferior), line, fromOn: since,
})

function seatsOf(place: Place): Seat[] {
  const desksIn = (key: string) => (place.key === 'province' ? provinceDesks[key] : place.key === 'shifan' ? cityDesks[key] : desksOf(key)) ?? []
  const keys = [...bodiesOf(place).map(([key]) => key), ...Object.keys(place.townships)]
  return keys.flatMap((key) => desksIn(key).map((desk) => ({ ...desk, unitKey: `${place.key}.${key}`, regionCode: place.code, prefix: place.key })))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { db } = await import('@/lib/platform/db')
  const { plantCharters } = await import('./charters')
  await db.$transaction(seedPlaces, { timeout: 60_000 })
  await db.$transaction(plantCharters, { timeout: 60_000 })
  await db.$disconnect()
}
