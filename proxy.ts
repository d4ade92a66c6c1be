import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { formTokenCookie, formTokenOf, mintFormToken } from '@/lib/platform/form-token'

// Headers and nonce only: who may see a page is decided where its data is read.
export function proxy(request: NextRequest) {
  const policy = contentPolicy(randomBytes(16).toString('base64'), request.nextUrl.pathname === '/sign-in' ? directory() : '')
  // Sign-in and sign-out are plain form posts, so next-auth's token must be there before the page is drawn.
  const cookie = formTokenCookie()
  const needsToken = formTokenOf(request.cookies.get(cookie)?.value) === null
  const token = needsToken ? mintFormToken() : null
  if (token) request.cookies.set(cookie, token)

  // Next.js reads the nonce from the request's own policy header.
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  // Who has to sign in comes back to where they were.
  headers.set('x-asked-path', request.nextUrl.pathname + request.nextUrl.search)

  const response = answer(request.nextUrl, headers)
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'private, no-store')
  if (isSecure()) response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  if (token) response.cookies.set(cookie, token, { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() })
  return response
}

// Next.js breaks on an address that cannot be decoded; whoever sent it finds what is found at an address that leads nowhere.
function answer(address: NextRequest['nextUrl'], headers: Headers) {
  if (decodes(address.pathname)) return NextResponse.next({ request: { headers } })
  headers.set('x-asked-path', '/')
  return NextResponse.rewrite(new URL('/missing', address), { request: { headers } })
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

function isSecure() {
  return process.env.PUBLIC_URL?.startsWith('https://') ?? false
}

// A form that leaves for single sign-on is led on by us, and browsers hold the whole way against the form's policy.
function directory() {
  const { OIDC_ISSUER } = process.env
  return OIDC_ISSUER && URL.canParse(OIDC_ISSUER) ? ` ${new URL(OIDC_ISSUER).origin}` : ''
}

function contentPolicy(nonce: string, mayPostTo: string) {
  // The development server evaluates code, writes style elements and talks over a socket.
  const dev = process.env.NODE_ENV === 'development'
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    dev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self'${mayPostTo}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    'report-uri /api/csp',
  ].join('; ')
}

export const config = {
  // Bodies that pass here are held in memory, so uploads and everything else under /api do not.
  matcher: ['/((?!api/|_next/static|_next/image).*)', '/api/(.*%.*)'],
}
