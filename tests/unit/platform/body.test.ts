import { expect, test } from 'vitest'
import { POST } from '@/app/api/locale/route'
import { readForm, readJson } from '@/lib/platform/body'
import { draftInput } from '@/lib/drafts/schema'

const posted = (body: BodyInit, type: string) => new Request('http://desk.example/x', { method: 'POST', body, headers: { 'content-type': type } })

/** Never ends, and counts what was taken of it. */
function endless() {
  const taken = { bytes: 0, ended: false }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += 4096
      controller.enqueue(new Uint8Array(4096).fill(97))
    },
    cancel() {
      taken.ended = true
    },
  })
  return { taken, request: new Request('http://desk.example/x', { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/x-www-form-urlencoded' } } as RequestInit) }
}

test('a form is read; what is none, or has no end, is nothing and breaks nothing', async () => {
  expect((await readForm(posted('locale=en&x=1', 'application/x-www-form-urlencoded')))?.get('locale')).toBe('en')
  for (const type of ['application/json', 'multipart/form-data', 'text/plain', '']) expect(await readForm(posted('{"locale":"en"}', type))).toBeNull()
  const { taken, request } = endless()
  expect(await readForm(request)).toBeNull()
  expect(taken.ended).toBe(true)
  expect(taken.bytes).toBeLessThan(64 * 1024)
  expect((await POST(posted('{"locale":"en"}', 'application/json'))).status).toBe(400)
})

test('JSON likewise', async () => {
  expect(await readJson(posted('{"a":1}', 'application/json'), 100)).toEqual({ a: 1 })
  expect(await readJson(posted('{"a":', 'application/json'), 100)).toBeNull()
  expect(await readJson(endless().request, 100)).toBeNull()
})

test('a draft keeps of a text what can be kept, so that no database error quotes what was typed', () => {
  const parsed = draftInput.parse({ key: 'clue.refer:new', fields: { title: ['一\u0000二\ud800三\u000b四'] } })
  expect(parsed.fields).toEqual({ title: ['一二三\n四'] })
  expect(draftInput.safeParse({ key: 'clue.refer:new', fields: { 'a\u0000': ['x'] } }).success).toBe(false)
})
