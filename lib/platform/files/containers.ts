import { strFromU8, unzipSync } from 'fflate'
import type { FileFault, FileKind } from './kinds'
import { inOtherWriting, pointsOutside } from './relations'

const most = { entries: 3000, bytes: 300 * 1024 * 1024, ratio: 200, read: 2 * 1024 * 1024 }
const must: Partial<Record<FileKind, readonly string[]>> = {
  docx: ['[Content_Types].xml', 'word/document.xml'],
  xlsx: ['[Content_Types].xml', 'xl/workbook.xml'],
  ofd: ['OFD.xml'],
}
const running = /(^|\/)vbaproject\.bin$|\.(exe|dll|js|jse|vbs|vbe|bat|cmd|ps1|hta|scr|com|lnk|jar)$|(^|\/)embeddings\/.*\.bin$|(^|\/)(activex|macrosheets)\//i

// Names of parts are the same in capitals.
const isTypes = (name: string): boolean => name.toLowerCase() === '[content_types].xml'
const isRelations = (name: string): boolean => name.toLowerCase().endsWith('.rels')

class Refusal extends Error {
  constructor(readonly fault: FileFault) {
    super(fault)
  }
}

/** What lies in a container: complete, of bearable size, without anything that runs or is fetched from elsewhere. */
export function containerFault(kind: FileKind, bytes: Buffer): FileFault | null {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return 'content'
  try {
    const names = new Set<string>()
    const lower = new Set<string>()
    let total = 0
    // Sizes are judged from the list of contents; only the small parts that can point elsewhere are unpacked.
    const read = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        total += originalSize
        // Of two parts of one name one program reads the first, another the last.
        if (lower.has(name.toLowerCase())) throw new Refusal('packed')
        lower.add(name.toLowerCase())
        names.add(name)
        if (names.size > most.entries || total > most.bytes || originalSize > size * most.ratio + 1024 * 1024) throw new Refusal('packed')
        if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|\\|\0/.test(name)) throw new Refusal('packed')
        if (running.test(name)) throw new Refusal('macros')
        const pointing = isTypes(name) || isRelations(name)
        if (pointing && originalSize > most.read) throw new Refusal('packed')
        return pointing
      },
    })
    if (must[kind]?.some((name) => !names.has(name))) return 'content'
    for (const [name, part] of Object.entries(read)) {
      const text = strFromU8(part)
      if (inOtherWriting(part, text)) return 'damaged'
      if (/<!DOCTYPE|<!ENTITY/i.test(text)) return 'script'
      if (isTypes(name) && /macroEnabled|vbaProject/i.test(text)) return 'macros'
      if (isRelations(name) && pointsOutside(text)) return 'external'
    }
    return null
  } catch (error) {
    return error instanceof Refusal ? error.fault : 'damaged'
  }
}
