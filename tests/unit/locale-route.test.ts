import { describe, expect, it } from 'vitest'
import { POST } from '@/app/api/locale/route'

function choose(locale: string, referer?: string) {
  const body = new URLSearchParams({ locale })
  return POST(new Request('http://desk.example/api/locale', { method: 'POST', body, headers: { host: 'desk.example', ...(referer && { referer }) } }))
}

describe('language switch', () => {
  it('sets the language and returns to the page it was chosen on', async () => {
    const answer = await choose('en', 'http://desk.example/clues?stage=open')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/clues?stage=open')
    expect(answer.headers.get('set-cookie')).toMatch(/^locale=en; Path=\/;/)
  })

  it.each([
    ['http://evil.example/x', '/x'],
    ['http://desk.example//evil.example', '/'],
    ['http://desk.example/\\evil.example', '/'],
    ['http://desk.example/api/auth/signout', '/'],
    ['nonsense', '/'],
    ['', '/'],
  ])('stays in this system: %s', async (referer, path) => {
    expect((await choose('en', referer || undefined)).headers.get('location')).toBe(path)
  })

  it('refuses a language there is not', async () => {
    const answer = await choose('fr')
    expect(answer.status).toBe(400)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
})
