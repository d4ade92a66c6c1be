import { createFormatter, createTranslator } from 'next-intl'
import { encode } from 'next-auth/jwt'
import { createElement, type FunctionComponent } from 'react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '@/tests/support/database'
import { pagesOf } from '@/tests/support/doors/pages'
import { routes, type Planted } from '@/tests/support/doors/routes'
import { findPage, pageFiles } from '@/tests/support/pages/addresses'
import { draw } from '@/tests/support/pages/draw'
import type { Visit } from '@/tests/support/pages/more'
import { beginRequest } from '@/tests/support/pages/request'
import { hearStatements, statementsOf } from '@/tests/support/pages/statements'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('react', async (original) => ({ ...(await original<typeof import('react')>()), cache: (await import('@/tests/support/pages/request')).cache }))
vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve({ get: (name: string) => (jar.has(name) ? { value: jar.get(name)! } : undefined) }),
  headers: () => Promise.resolve(new Headers()),
}))
const words = vi.hoisted((): { of: (namespace: string) => unknown } => ({ of: () => null }))
vi.mock('next-intl', async (original) => ({ ...(await original<typeof import('next-intl')>()), useTranslations: (namespace: string) => words.of(namespace) }))
vi.mock('next-intl/server', () => ({
  getLocale: () => Promise.resolve('zh-CN'), getFormatter: () => Promise.resolve(createFormatter({ locale: 'zh-CN', timeZone: 'Asia/Shanghai' })),
  getTranslations: (namespace: string) => Promise.resolve(words.of(namespace)),
}))

await testDatabase('fixture')
const { playGround } = await import('@/tests/support/doors/ground')
const { visitMore } = await import('@/tests/support/pages/more')
const { db } = await import('@/lib/platform/db')
const { holdClock } = await import('@/lib/platform/clock')
const { messagesOf } = await import('@/lib/platform/i18n')
const { openSession } = await import('@/lib/platform/session')
const { person } = await import('@/prisma/seed/play/act')

const most = 6

const tokens = new Map<string, string>()
async function be(login: string | null): Promise<void> {
  jar.clear()
  if (!login) return
  if (!tokens.has(login)) {
    const uid = (await person(login)).userId
    tokens.set(login, await encode({ token: { uid, sid: await openSession(uid, { address: '127.0.0.1', userAgent: 'test' }) }, secret: process.env.NEXTAUTH_SECRET! }))
  }
  jar.set('gongyi.session', tokens.get(login)!)
}

type Module = { readonly default: FunctionComponent<object>; readonly generateMetadata?: (props: object) => unknown }

/** These draw nothing: they know where to go. */
const leading = ['/handlings/[id]', '/meetings/attendances/[id]', '/notices/[id]', '/sign-in/code', '/undertakings/invitations/[id]']
const leadsOn = (route: string, error: unknown) => leading.includes(route) && String((error as { digest?: string }).digest).startsWith('NEXT_REDIRECT')

/** What the database is asked while this page is drawn within its frame, as one request. */
async function asked([login, address]: Visit): Promise<readonly string[]> {
  const { route, file, params, query } = findPage(address)
  const page = (await import(file)) as Module
  const frame = (await import(file.replace(/(app\/\([^)]*\)\/).*/, '$1layout.tsx'))) as Module
  await be(login)
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) }
  beginRequest()
  const sent = await statementsOf(async () => {
    try {
      await page.generateMetadata?.(props)
      await draw(createElement(frame.default, { children: createElement(page.default, props) } as object))
    } catch (error) {
      if (!leadsOn(route, error)) throw new Error(`${login} ${address}`, { cause: error })
    }
  })
  return sent.map(({ text }) => text)
}

let visits: Visit[]

beforeAll(async () => {
  const messages = messagesOf('zh-CN')
  words.of = (namespace) => createTranslator({ locale: 'zh-CN', namespace, messages, timeZone: 'Asia/Shanghai' })
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  const ground = await playGround()
  holdClock(new Date('2026-03-17T10:00:00+08:00'))
  const planted: Planted = { ...ground, papers: {}, notice: '', evidenceFile: '', reportedFile: '' }
  const probes = Object.entries(routes(planted)).filter(([route]) => pageFiles.has(route) && !['/papers/[id]', '/notices/[id]'].includes(route))
    .flatMap(([, door]) => ('probes' in door ? door.probes : []))
  visits = [
    ...probes.flatMap(({ path, sees }) => sees.slice(0, 1).map((login): Visit => [login, path])),
    ...Object.entries(pagesOf).flatMap(([whose, paths]) => paths(ground).map((path): Visit => [whose.split(' ')[0]!, path])),
    ...(await visitMore(ground)),
  ]
  hearStatements()
}, 180_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await db.$disconnect()
})

test('every page is visited', () => {
  const seen = new Set(visits.map(([, address]) => findPage(address).route))
  expect([...pageFiles.keys()].filter((route) => !seen.has(route))).toEqual([])
})

test('a page asks the database six times at most, sign-in and frame with it', async () => {
  const over: string[] = []
  for (const visit of visits) {
    const statements = await asked(visit)
    if (statements.length > most) over.push(`${visit.join(' ')} ${statements.length}:\n${statements.map((text) => text.replaceAll(/\s+/g, ' ').slice(0, 160)).join('\n')}`)
  }
  expect(over).toEqual([])
}, 120_000)
