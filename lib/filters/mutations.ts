import type { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { errorCode, json, transact } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { readFilter } from './rules'
import { type changeFilterInput, type FilteredList, filteredLists, type keepFilterInput, mostSaved } from './schema'

/** Saved under a name the person has already, it takes that one's place. */
export async function keepFilter({ userId }: Pick<Scope, 'userId'>, { list, name, query }: z.infer<typeof keepFilterInput>): Promise<void> {
  const read = readFilter(list, query)
  if (Object.keys(read).length === 0) throw invalid({ name: 'filters.invalid.nothing' })
  await transact(async (tx) => {
    // One after the other, or two tabs at once could go past the most.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`filters:${userId}`}))`
    const known = await tx.savedFilter.findUnique({ where: { userId_list_name: { userId, list, name } } })
    if (known) await tx.savedFilter.update({ where: { id: known.id }, data: { query: json(read) } })
    else {
      if ((await tx.savedFilter.count({ where: { userId } })) >= mostSaved) throw invalid({ name: 'filters.invalid.most' })
      await tx.savedFilter.create({ data: { id: newId(), userId, list, name, query: json(read), createdAt: now() } })
    }
  })
}

/** Renamed or deleted; the list it stands on, or null where it is none of this person's. */
export async function changeFilter({ userId }: Pick<Scope, 'userId'>, input: z.infer<typeof changeFilterInput>): Promise<FilteredList | null> {
  try {
    return await transact(async (tx) => {
      const own = await tx.savedFilter.findFirst({ where: { id: input.id, userId } })
      if (!own) return null
      if (input.what === 'rename') await tx.savedFilter.update({ where: { id: own.id }, data: { name: input.name } })
      else await tx.savedFilter.delete({ where: { id: own.id } })
      return filteredLists.find((list) => list === own.list) ?? null
    })
  } catch (error) {
    if (errorCode(error) === '23505' || errorCode(error) === 'P2002') throw invalid({ name: 'filters.invalid.taken' })
    throw error
  }
}
