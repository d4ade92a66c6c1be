import { strToU8, zipSync, type Zippable } from 'fflate'
import { deflateSync } from 'node:zlib'

const types = (more = '') => `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${more}</Types>`
const rels = (body = '') => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${body}</Relationships>`
const pack = (entries: Zippable) => Buffer.from(zipSync(entries))
const word = (more: Zippable = {}) => ({ '[Content_Types].xml': strToU8(types()), 'word/document.xml': strToU8('<w:document/>'), ...more })

export const docx = (more: Zippable = {}) => pack(word(more))
export const xlsx = (more: Zippable = {}) => pack({ '[Content_Types].xml': strToU8(types()), 'xl/workbook.xml': strToU8('<workbook/>'), ...more })
export const ofd = () => pack({ 'OFD.xml': strToU8('<ofd:OFD/>') })
export const relation = (kind: string, target: string) =>
  ({ 'word/_rels/document.xml.rels': strToU8(rels(`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/>`)) })
export const macroTypes = () => ({ '[Content_Types].xml': strToU8(types('<Default Extension="bin" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>')) })

export const pdf = (body = '1 0 obj << >> endobj') => Buffer.from(`%PDF-1.7\n${body}\ntrailer << >>\n%%EOF\n`, 'latin1')

function chunk(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length, 0)
  head.write(kind, 4, 'latin1')
  // Nobody here reads the check sum.
  return Buffer.concat([head, body, Buffer.alloc(4)])
}

export function png(width = 2, height = 2): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([begin, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(14))), chunk('IEND', Buffer.alloc(0))])
}

export function jpg(width = 2, height = 2): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0x55])
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), frame, scan, Buffer.from([0xff, 0xd9])])
}

export const mp4 = () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom', 'latin1'), Buffer.alloc(64)])
