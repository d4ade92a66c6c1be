import { readFile } from 'node:fs/promises'
import { findFile, provenPath } from '@/lib/platform/files'
import type { Scope } from '@/lib/platform/scope'
import { wordsOf, type Words } from './words'

const mostBytes = 20 * 1024 * 1024

/** The words of an upload this reader may see. */
export async function readWords(scope: Scope, id: string): Promise<Words> {
  const file = await findFile(scope, id)
  if (!file) return { fault: 'noFile' }
  if (file.size > mostBytes) return { fault: 'tooLong' }
  const path = await provenPath(file)
  return path ? wordsOf(file.name, await readFile(path)) : { fault: 'damaged' }
}
