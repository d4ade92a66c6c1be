import { unzipSync } from 'fflate'

export type Answer = { readonly status: number; readonly url: string; readonly headers: Headers; readonly text: string }

/** Somebody at the doors: signed in or not, without a browser's good manners. */
export type Visitor = {
  readonly base: string
  readonly login: string | null
  /** Follows the system's own redirects, as a browser would. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly post: (path: string, body: BodyInit, headers?: Readonly<Record<string, string>>) => Promise<Answer>
}

const hops = 5

export function openVisitor(base: string, login: string | null = null): Visitor & { readonly cookies: Map<string, string> } {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit, left = hops): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(path, base), { ...init, redirect: 'manual', headers: { ...init.headers as Record<string, string>, cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const to = answer.headers.get('location')
    if (to && left > 0 && answer.status < 400) {
      await answer.arrayBuffer()
      return ask(new URL(to, answer.url).toString().replace(base, ''), { headers: { accept: 'text/html' } }, left - 1)
    }
    return { status: answer.status, url: answer.url, headers: answer.headers, text: await readText(answer) }
  }
  return {
    base, login, cookies,
    get: (path, headers = {}) => ask(path, { headers: { accept: 'text/html', ...headers } }),
    post: (path, body, headers = { origin: base }) => ask(path, { method: 'POST', body, headers }),
  }
}

/** What a reader reads, also of a DOCX and of its file's name. */
async function readText(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]*)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '')
  const packed = (answer.headers.get('content-type') ?? '').includes('officedocument')
  const parts = packed ? Object.values(unzipSync(bytes)) : [bytes]
  return name + parts.map((part) => new TextDecoder().decode(part)).join('')
}

/** Through the door everybody uses: the form of the sign-in page. */
export async function signedIn(base: string, login: string, password: string): Promise<Visitor> {
  const visitor = openVisitor(base, login)
  const page = await visitor.get('/sign-in')
  const token = /name="csrfToken" value="([^"]+)"|value="([^"]+)" name="csrfToken"/.exec(page.text)
  const body = new URLSearchParams({ csrfToken: token?.[1] ?? token?.[2] ?? '', callbackUrl: '/account', login, password })
  await visitor.post('/api/auth/callback/credentials', body)
  const account = await visitor.get('/account')
  if (!account.url.endsWith('/account')) throw new Error(`${login} could not sign in`)
  return visitor
}

/** A server action as a page's script calls it: its id, its arguments, the last one a form. */
export function callAction(visitor: Visitor, path: string, id: string, form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(`_1_${name}`, value)
  body.append('0', JSON.stringify([{}, '$K1']))
  return visitor.post(path, body, { 'next-action': id, accept: 'text/x-component', ...(headers ?? { origin: visitor.base }) })
}
