/** What may come in. A kind is its ending, its first bytes and, where it is a container, what lies inside. */
export const fileKinds = {
  pdf: { mime: 'application/pdf', most: 30 },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', most: 30 },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', most: 30 },
  csv: { mime: 'text/csv', most: 30 },
  txt: { mime: 'text/plain', most: 30 },
  ofd: { mime: 'application/ofd', most: 30 },
  jpg: { mime: 'image/jpeg', most: 20 },
  png: { mime: 'image/png', most: 20 },
  mp4: { mime: 'video/mp4', most: 200 },
} as const satisfies Record<string, { mime: string; /** In MiB. */ most: number }>

export type FileKind = keyof typeof fileKinds

/** Why a file was refused; words in messages/<locale>/files.json under `refuse`. */
export type FileFault =
  | 'noFile' | 'kind' | 'empty' | 'tooLarge' | 'content' | 'encoding' | 'damaged' | 'macros' | 'external' | 'script' | 'packed' | 'pixels' | 'cutOff' | 'tooMany'

export const endings = ['.pdf', '.docx', '.xlsx', '.csv', '.txt', '.ofd', '.jpg', '.jpeg', '.png', '.mp4'] as const

const mebibyte = 1024 * 1024
export const mostBytes = (kind: FileKind): number => fileKinds[kind].most * mebibyte

export function kindOf(name: string): FileKind | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const kind = ending === 'jpeg' ? 'jpg' : ending
  return name.includes('.') && Object.hasOwn(fileKinds, kind) ? (kind as FileKind) : null
}

const longestName = 120
// Control characters, and those that turn the direction of writing round and so hide the true ending.
const unseen = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** The name as text: no path, no unseen characters, no more than fits a line; the ending stays. */
export function plainName(given: string): string {
  const last = given.normalize('NFC').replaceAll(unseen, '').split(/[/\\]/).at(-1)!.replaceAll(/[<>:"|?*]/g, '_').trim().replace(/^\.+/, '')
  const dot = last.lastIndexOf('.')
  if (last.length <= longestName || dot < 0) return last.slice(0, longestName)
  const ending = last.slice(dot).slice(0, 10)
  return last.slice(0, longestName - ending.length) + ending
}
