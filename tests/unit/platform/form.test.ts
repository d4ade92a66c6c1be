import { expect, test } from 'vitest'
import { formToInput } from '@/lib/platform/form'

const form = (...pairs: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

test('dotted names become nested data, lists by their numbers', () => {
  expect(formToInput(form(['title', ' 甲 '], ['demands.0.fault', '甲'], ['demands.2.fault', '丙'], ['demands.2.measure', '修']))).toEqual({
    title: '甲', demands: [{ fault: '甲' }, { fault: '丙', measure: '修' }],
  })
})

test('names ending in [] gather every choice, also inside a group', () => {
  expect(formToInput(form(['fileIds[]', 'a'], ['fileIds[]', 'b'], ['items.0.actionIds[]', 'x'], ['items.0.actionIds[]', 'y']))).toEqual({
    fileIds: ['a', 'b'], items: [{ actionIds: ['x', 'y'] }],
  })
})

test('blank fields and the page\'s own names are left out', () => {
  expect(formToInput(form(['$step', 'clue.refer'], ['note', '  '], ['place', '河\r\n边']))).toEqual({ place: '河\n边' })
})

test('no name reaches the prototype', () => {
  expect(formToInput(form(['__proto__.polluted', 'x'], ['constructor.prototype.polluted', 'x']))).toEqual({})
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
