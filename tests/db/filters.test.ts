import { afterAll, expect, test } from 'vitest'
import { db, done, newId, person, userIdOf } from './cases/ground'

const { scopeOf } = await import('@/lib/platform/scope')
const { listFilters } = await import('@/lib/filters/data')
const { changeFilter, keepFilter } = await import('@/lib/filters/mutations')
const { mostSaved } = await import('@/lib/filters/schema')

afterAll(() => db.$disconnect())

const scope = async (login = 'liyuan.prosecutor') => scopeOf(await person(login))
const saved = async (login?: string) => (await listFilters(await scope(login), 'clues')).map(({ name, query }) => [name, query])

test('a filter is kept by name as the list reads it, renamed, replaced and deleted, and is nobody else’s', async () => {
  const own = await scope()
  await keepFilter(own, { list: 'clues', name: '待评估', query: { stage: 'registered', page: '3', next: 'https://example.invalid', q: '河道' } })
  expect(await saved()).toEqual([['待评估', { stage: 'registered', q: '河道' }]])
  await keepFilter(own, { list: 'clues', name: '待评估', query: { stage: 'proposed' } })
  await keepFilter(own, { list: 'clues', name: '本人', query: { mine: '1' } })
  expect(await saved()).toEqual([['待评估', { stage: 'proposed' }], ['本人', { mine: '1' }]])
  const [first] = await listFilters(own, 'clues')
  const other = await scope('liyuan.prosecutor2')
  expect(await changeFilter(other, { what: 'delete', id: first!.id })).toBeNull()
  expect(await saved('liyuan.prosecutor2')).toEqual([])
  await expect(changeFilter(own, { what: 'rename', id: first!.id, name: '本人' })).rejects.toMatchObject({ fields: { name: 'filters.invalid.taken' } })
  expect(await changeFilter(own, { what: 'rename', id: first!.id, name: '待审' })).toBe('clues')
  expect(await changeFilter(own, { what: 'delete', id: first!.id })).toBe('clues')
  expect(await saved()).toEqual([['本人', { mine: '1' }]])
})

test('what the list no longer understands is left out when it is opened; nothing at all is not kept', async () => {
  await db.savedFilter.create({ data: { id: newId(), userId: userIdOf('liyuan.head'), list: 'clues', name: '旧', query: { stage: 'gone', href: '//evil.invalid', mine: '1' }, createdAt: new Date() } })
  expect(await saved('liyuan.head')).toEqual([['旧', { mine: '1' }]])
  await expect(keepFilter(await scope(), { list: 'clues', name: '空', query: { page: '2' } })).rejects.toMatchObject({ fields: { name: 'filters.invalid.nothing' } })
})

test('twenty at most, also from two tabs at once, and gone with the account', async () => {
  const own = await scope('liyuan.assistant')
  const names = Array.from({ length: mostSaved + 4 }, (_, at) => `第${at}个`)
  const kept = await Promise.allSettled(names.map((name) => keepFilter(own, { list: 'cases', name, query: { mine: '1' } })))
  expect(kept.filter(({ status }) => status === 'fulfilled').length).toBe(mostSaved)
  expect(await db.savedFilter.count({ where: { userId: own.userId } })).toBe(mostSaved)
  await done('liyuan.admin', 'user.disable', own.userId, { reason: '调离' })
  expect(await db.savedFilter.count({ where: { userId: own.userId } })).toBe(0)
})
