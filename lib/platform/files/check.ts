import { open } from 'node:fs/promises'
import { containerFault } from './containers'
import { csvText } from './csv'
import { jpgFault, pngFault } from './images'
import type { FileFault, FileKind } from './kinds'
import { pdfFault } from './pdf'

/** Looks into a file that has come in whole; a film is only looked at from its beginning. */
export async function findFault(kind: FileKind, path: string, size: number): Promise<FileFault | null> {
  if (size === 0) return 'empty'
  const handle = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(kind === 'mp4' ? Math.min(size, 4096) : size)
    await handle.read(bytes, 0, bytes.length, 0)
    return contentFault(kind, bytes)
  } finally {
    await handle.close()
  }
}

export function contentFault(kind: FileKind, bytes: Buffer): FileFault | null {
  switch (kind) {
    case 'pdf':
      return pdfFault(bytes)
    case 'jpg':
      return jpgFault(bytes)
    case 'png':
      return pngFault(bytes)
    case 'csv':
    case 'txt':
      return csvText(bytes) === null ? 'encoding' : null
    case 'mp4':
      return bytes.toString('latin1', 4, 8) === 'ftyp' ? null : 'content'
    default:
      return containerFault(kind, bytes)
  }
}
