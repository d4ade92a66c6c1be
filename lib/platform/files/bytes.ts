import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/id'

const folder = (...parts: string[]) => join(/* turbopackIgnore: true */ env().DATA_DIR, 'files', ...parts)

/** Keys are made here and never hold anything a person typed. */
export const pathOf = (key: string) => folder(...key.split('/'))

export type Written = { readonly path: string; readonly size: number; readonly sha256: string }

export class TooLarge extends Error {}

/** Streams to a temporary place with a hard limit; what fails half-way leaves nothing. */
export async function writeIncoming(source: Readable, most: number): Promise<Written> {
  const path = folder('incoming', newId())
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      hash.update(chunk)
      done(size > most ? new TooLarge() : null, chunk)
    },
  })
  try {
    await pipeline(source, measure, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
    return { path, size, sha256: hash.digest('hex') }
  } catch (error) {
    await dropBytes(path)
    throw error
  }
}

/** Into its final place in one move, on the disk before any row speaks of it. */
export async function keepBytes(written: Written): Promise<string> {
  const id = newId()
  const key = `${id.slice(0, 4)}/${id.slice(4, 6)}/${id}`
  const target = pathOf(key)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const handle = await open(written.path, 'r')
  await handle.sync()
  await handle.close()
  await rename(written.path, target)
  return key
}

export const dropBytes = (path: string) => rm(path, { force: true })

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

export const readBytes = (path: string): ReadableStream => Readable.toWeb(createReadStream(path)) as ReadableStream
