import type { z } from 'zod'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { registerInput } from '@/lib/powers/schema'
import { unitIdOf } from '@/prisma/seed/fixture'
import { act } from './act'

type Entry = Omit<z.input<typeof registerInput>, 'unitId'> & { readonly unit: string }

/** 登记, by the body itself or by the rule-of-law office for it. */
export const register = (by: string, { unit, ...entry }: Entry): Promise<string> => act(by, 'powerItem.register', null, { ...entry, unitId: unitIdOf(unit) })

/** The next version, in force from today. */
export async function revise(by: string, id: string, change: Partial<z.input<typeof registerInput>>, reason: string): Promise<void> {
  const { matter, role, powers, duty, basis, source } = await db.powerItem.findUniqueOrThrow({ where: { id } })
  await act(by, 'powerItem.revise', id, { matter, role, powers, duty, basis: basis.join('\n'), ...(source ? { source } : {}), fromOn: today(), ...change, reason })
}

export const doubt = (by: string, id: string, reason: string, responsible?: string): Promise<string> =>
  act(by, 'powerItem.doubt', id, { reason, ...(responsible ? { responsibleId: unitIdOf(responsible) } : {}) })

const holding = () => ({ fromOn: { lte: dateColumn(today()) }, OR: [{ toOn: null }, { toOn: { gte: dateColumn(today()) } }] })

type About = { readonly agency: string; readonly domain: string; readonly duty: string }

/** The entry of a body that says this very duty, else its first of the domain. */
export async function powersOf({ agency, domain, duty }: About): Promise<string[]> {
  const found = await db.powerItem.findMany({ where: { unitId: unitIdOf(agency), domain, ...holding() }, orderBy: { id: 'asc' }, select: { id: true, duty: true } })
  const chosen = found.find((entry) => entry.duty === duty) ?? found[0]
  return chosen ? [chosen.id] : []
}

/** What a letter rests on; where the list names other bodies alone, why this one all the same. */
export async function citing(about: About): Promise<{ powerItemIds?: string[]; powerReason?: string }> {
  const powerItemIds = await powersOf(about)
  if (powerItemIds.length > 0) return { powerItemIds }
  const { regionCode } = await db.unit.findUniqueOrThrow({ where: { id: unitIdOf(about.agency) }, select: { regionCode: true } })
  const listed = await db.powerItem.count({ where: { regionCode, domain: about.domain, ...holding() } })
  return listed === 0 ? {} : { powerReason: '该单位在本领域的权责事项尚未登记入清单；依照所引法律规定，这一事项由其负责。' }
}
