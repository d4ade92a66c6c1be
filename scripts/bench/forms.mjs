// A step's form as a browser without scripts posts it.
import { randomUUID } from 'node:crypto'

const BOUNDARY = 'gongyi-bench-boundary'
const unescape = (text) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The hidden fields of the form that takes this step, from the drawn page. */
export async function drawForm(address, path, cookie, step) {
  const html = await (await fetch(address + path, { headers: { cookie } })).text()
  const form = html.split('<form').find((each) => each.includes(`value="${step}"`))?.split('</form>')[0]
  if (!form) throw new Error(`no form for ${step} on ${path}`)
  const fields = {}
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    if (name) fields[unescape(name)] = unescape(/value="([^"]*)"/.exec(input)?.[1] ?? '')
  }
  return fields
}

export function post(path, cookie, address, fields) {
  const parts = Object.entries({ ...fields, $request: randomUUID() }).flatMap(([name, value]) =>
    [value].flat().map((each) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${each}\r\n`),
  )
  return {
    method: 'POST', path, body: `${parts.join('')}--${BOUNDARY}--\r\n`,
    headers: { cookie, origin: address, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}
