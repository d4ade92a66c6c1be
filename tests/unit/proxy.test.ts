import { NextRequest } from 'next/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { formTokenOf, mintFormToken } from '@/lib/platform/form-token'
import { proxy } from '@/proxy'

const visit = (path: string, headers: Record<string, string> = {}) => proxy(new NextRequest(`http://localhost${path}`, { headers }))
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''
const nonceOf = (response: Response) => /'nonce-([^']+)'/.exec(policyOf(response))?.[1]

afterEach(() => vi.unstubAllEnvs())

describe('page policy', () => {
  it('starts from nothing and has a nonce of its own for each answer', () => {
    const [first, second] = [visit('/clues'), visit('/clues')]
    expect(policyOf(first)).toMatch(/^default-src 'none'; script-src 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic';/)
    for (const part of ["base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "object-src 'none'"]) expect(policyOf(first)).toContain(part)
    expect(nonceOf(first)).toHaveLength(24)
    expect(nonceOf(first)).not.toBe(nonceOf(second))
  })

  it('hands the same nonce to the page that is drawn', () => {
    const response = visit('/clues')
    expect(response.headers.get('x-middleware-request-content-security-policy')).toBe(policyOf(response))
  })

  it('overwrites a policy somebody sent along', () => {
    const response = visit('/clues', { 'content-security-policy': "script-src 'nonce-AAAAAAAAAAAAAAAAAAAAAA=='" })
    expect(response.headers.get('x-middleware-request-content-security-policy')).toBe(policyOf(response))
  })

  it('allows neither evaluated code nor style attributes outside development', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(policyOf(visit('/clues'))).not.toContain('unsafe')
    vi.stubEnv('NODE_ENV', 'development')
    expect(policyOf(visit('/clues'))).toContain("'unsafe-eval'")
  })

  it('tells the page where it was asked for, whatever was sent along', () => {
    const response = visit('/clues?stage=open', { 'x-asked-path': '//evil.example' })
    expect(response.headers.get('x-middleware-request-x-asked-path')).toBe('/clues?stage=open')
  })

  it('leads an address that cannot be decoded to where nothing is, with the same headers', () => {
    const response = visit('/admin/settings/%E0%A4%A', { 'x-asked-path': '//evil.example' })
    expect(response.headers.get('x-middleware-rewrite')).toBe('http://localhost/missing')
    expect(policyOf(response)).toContain("default-src 'none'")
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-middleware-request-x-asked-path')).toBe('/')
    expect(visit('/admin/settings/%E6%A1%88').headers.get('x-middleware-rewrite')).toBeNull()
  })

  it('keeps pages out of every store', () => {
    expect(visit('/clues').headers.get('cache-control')).toBe('private, no-store')
  })

  it('asks for https only where the public address is https', () => {
    expect(visit('/clues').headers.get('strict-transport-security')).toBeNull()
    vi.stubEnv('PUBLIC_URL', 'https://desk.example')
    expect(visit('/clues').headers.get('strict-transport-security')).toMatch(/^max-age=\d{8};/)
  })
})

describe('form token', () => {
  it('is there when a form is drawn that works before scripts', () => {
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the test')
    const response = visit('/sign-in')
    const cookie = response.cookies.get('next-auth.csrf-token')
    expect(decodeURIComponent(response.headers.get('x-middleware-request-cookie') ?? '')).toContain(cookie?.value)
    expect(formTokenOf(cookie?.value)).toMatch(/^[0-9a-f]{64}$/)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
    // Signing out is such a form too, and stands on every page.
    expect(formTokenOf(visit('/clues').cookies.get('next-auth.csrf-token')?.value)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('stays while it is ours and is replaced when it is not', () => {
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the test')
    const ours = mintFormToken()
    expect(visit('/sign-in', { cookie: `next-auth.csrf-token=${encodeURIComponent(ours)}` }).cookies.getAll()).toEqual([])
    const forged = visit('/sign-in', { cookie: `next-auth.csrf-token=${'0'.repeat(64)}%7C${'0'.repeat(64)}` })
    expect(formTokenOf(forged.cookies.get('next-auth.csrf-token')?.value)).not.toBeNull()
  })

  it('belongs to this host alone where the public address is https', () => {
    vi.stubEnv('PUBLIC_URL', 'https://desk.example')
    expect(visit('/sign-in').cookies.get('__Host-next-auth.csrf-token')).toMatchObject({ secure: true, path: '/' })
  })
})
