// What no spreadsheet writes into a text: control characters, and places of the code tables that stand for no character.
const noText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Co}\p{Cn}\ufffd]/u

/**
 * A CSV as spreadsheet programs save it: UTF-8, or GB 18030 where the system is set to it. What is clearly neither is null:
 * a guess would put wrong names into the record.
 */
export function csvText(bytes: Uint8Array): string | null {
  const text = decoded('utf-8', bytes) ?? decoded('gb18030', bytes)
  return text === null || noText.test(text) ? null : text
}

function decoded(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
