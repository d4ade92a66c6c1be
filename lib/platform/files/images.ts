import type { FileFault } from './kinds'

const mostPixels = 100_000_000

const pixelFault = (width: number, height: number): FileFault | null =>
  width === 0 || height === 0 ? 'damaged' : width * height > mostPixels ? 'pixels' : null

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Whole chunks from the header to the end mark; a picture that ends half-way is refused. */
export function pngFault(bytes: Buffer): FileFault | null {
  if (!bytes.subarray(0, 8).equals(signature) || bytes.toString('latin1', 12, 16) !== 'IHDR') return 'content'
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return pixelFault(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
  return 'damaged'
}

// Start of frame, the kinds of it that cameras and scanners write.
const frames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])

export function jpgFault(bytes: Buffer): FileFault | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return 'content'
  let fault: FileFault | null = 'damaged'
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!
    if (frames.has(marker) && at + 9 <= bytes.length) fault = pixelFault(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
    // The picture proper begins: its end mark must follow, though a telephone may append something of its own.
    if (marker === 0xda) return bytes.indexOf(Buffer.from([0xff, 0xd9]), at) > 0 ? fault : 'damaged'
  }
  return 'damaged'
}
