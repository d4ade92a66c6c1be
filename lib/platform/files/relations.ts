const relation = /<(?:[\w.-]+:)?Relationship\s(?:"[^"]*"|'[^']*'|[^"'>])*>/g
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** What an office program would fetch on opening: a template, picture or object. A link somebody may click is no harm. */
export const pointsOutside = (text: string): boolean => (text.match(relation) ?? []).some(fetches)

function fetches(written: string): boolean {
  const given = new Map([...written.matchAll(attribute)].map(([, name, double, single]) => [name, plain(double ?? single ?? '')]))
  const mode = given.get('TargetMode')?.trim().toLowerCase()
  return mode !== undefined && mode !== 'internal' && !/\/hyperlink$/i.test(given.get('Type')?.trim() ?? '')
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** `&#69;xternal` is `External` (XML 1.0, 4.1). */
export const plain = (value: string): string =>
  value.replaceAll(/&(?:#(?:x([0-9a-f]{1,6})|(\d{1,7}))|(amp|lt|gt|quot|apos));/gi, (_, hex?: string, ten?: string, name?: string) => {
    if (name) return named[name.toLowerCase()]!
    const code = hex ? Number.parseInt(hex, 16) : Number(ten)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

/** Office programs write these parts in UTF-8; in any other writing they could not be read here and still be read there. */
export const inOtherWriting = (bytes: Uint8Array, text: string): boolean =>
  bytes.includes(0) || text.includes('\ufffd') || /^\ufeff?<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/i.test(text)
