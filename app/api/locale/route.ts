import { z } from 'zod'
import { readForm } from '@/lib/platform/body'
import { localeCookie, locales } from '@/lib/platform/i18n'
import { safePath } from '@/lib/platform/safe-path'

const input = z.strictObject({ locale: z.enum(locales) })

/** A plain form sets the language and returns to where it was posted from. */
export async function POST(request: Request) {
  const parsed = input.safeParse(Object.fromEntries((await readForm(request)) ?? []))
  if (!parsed.success) return new Response(null, { status: 400 })
  const secure = process.env.PUBLIC_URL?.startsWith('https://') ? '; Secure' : ''
  return new Response(null, {
    status: 303,
    headers: {
      Location: pageBefore(request),
      'Set-Cookie': `${localeCookie}=${parsed.data.locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`,
      'Cache-Control': 'no-store',
    },
  })
}

// Of the page before only the path counts, never the host somebody else wrote.
function pageBefore(request: Request) {
  const referrer = request.headers.get('referer') ?? ''
  if (!URL.canParse(referrer)) return '/'
  const { pathname, search } = new URL(referrer)
  return safePath(pathname + search)
}
