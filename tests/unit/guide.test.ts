import { expect, test } from 'vitest'
import { mayOpen, navGroups } from '@/components/shell/nav'
import { guideParts, partsFor } from '@/components/shell/guide-parts'
import { roles } from '@/lib/platform/roles'
import { messagesOf } from '@/lib/platform/i18n'

const places = navGroups.flatMap(({ items }) => items.map(({ key, href }) => ({ key, href })))

test('every post finds its part of the guide', () => {
  expect(roles.filter((role) => partsFor([role]).length === 0)).toEqual([])
})

test('the guide sends nobody to a place that is closed to them', () => {
  const closed = guideParts.flatMap((part) => part.roles.flatMap((role) => Object.values<string>(part.steps).filter((href) => {
    const place = places.find((each) => href === each.href || (each.href !== '/' && href.startsWith(`${each.href}/`)))
    return !place || !mayOpen([role], place.key)
  }).map((href) => `${role} ${href}`)))
  expect(closed).toEqual([])
})

test('each step has its words in both languages', () => {
  const missing = (['zh-CN', 'en'] as const).flatMap((locale) => {
    const words = messagesOf(locale).guide as Record<string, Record<string, unknown>>
    return guideParts.flatMap(({ key, steps }) => Object.keys(steps).filter((step) => !words[key]?.[step]).map((step) => `${locale} ${key}.${step}`))
  })
  expect(missing).toEqual([])
})
