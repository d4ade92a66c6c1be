import { inflateSync } from 'node:zlib'
import type { FileFault } from './kinds'

const mostInflated = 32 * 1024 * 1024
// Any action that runs a script or a program names one of these; shorter marks would be found by chance in a scanned picture.
const running = /\/(JavaScript|Launch|RichMedia|Rendition)(?![A-Za-z0-9_.-])/

/** Whole, and without anything that runs, also where a name is written in its numbers or lies in a packed stream of objects. */
export function pdfFault(bytes: Buffer): FileFault | null {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return 'content'
  if (!bytes.subarray(-2048).includes('%%EOF')) return 'damaged'
  const text = bytes.toString('latin1')
  if (running.test(plainNames(text))) return 'script'
  // What is locked with a password cannot be looked into.
  if (/\/Encrypt(?![A-Za-z])/.test(text)) return null
  let room = mostInflated
  for (const part of packedObjects(bytes, text)) {
    const objects = inflated(part, room)
    if (objects === null) return 'damaged'
    room -= objects.length
    if (room <= 0) return 'packed'
    if (running.test(plainNames(objects.toString('latin1')))) return 'script'
  }
  return null
}

/** `/J#61vaScript` is `/JavaScript` (ISO 32000-1, 7.3.5). */
const plainNames = (text: string): string => text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Streams that hold objects (ISO 32000-1, 7.5.7); pictures and pages are not among them. */
function* packedObjects(bytes: Buffer, text: string): Generator<Buffer> {
  for (const { index, 0: word } of text.matchAll(/stream\r?\n/g)) {
    const head = text.slice(Math.max(0, index - 2000), index)
    if (!/\/ObjStm(?![A-Za-z])/.test(plainNames(head.slice(Math.max(head.lastIndexOf('endobj'), head.lastIndexOf('endstream'), 0))))) continue
    const from = index + word.length
    const to = text.indexOf('endstream', from)
    yield bytes.subarray(from, to < 0 ? bytes.length : to)
  }
}

function inflated(part: Buffer, room: number): Buffer | null {
  try {
    return inflateSync(part, { maxOutputLength: room })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Buffer.alloc(room) : null
  }
}
