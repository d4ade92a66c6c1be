import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { FormGroupFields } from '@/components/recommendations/form-group-fields'
import type { StepState } from '@/lib/step-action'

const group = {
  key: 'ending', title: 'Where it ends', help: 'End it here.', folded: true,
  fields: [{ name: 'lastOn', input: 'text', label: 'Last day', required: false, options: [] }],
} as const
const drawn = (state: StepState) => renderToStaticMarkup(createElement(FormGroupFields, { group, state, empty: '' }))
const open = /<details[^>]* open/

it('keeps a folded group closed until something in it is typed or wrong, and says its help inside', () => {
  expect(drawn({})).not.toMatch(open)
  expect(drawn({})).toContain('End it here.')
  expect(drawn({ typed: { lastOn: '2026-01-01' } })).toMatch(open)
  const wrong = drawn({ typed: {}, fields: { lastOn: 'Fill in the last day.' } })
  expect(wrong).toMatch(open)
  expect(wrong).toContain('Fill in the last day.')
})
