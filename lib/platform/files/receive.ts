import busboy from 'busboy'
import { PassThrough, Readable } from 'node:stream'
import { storeIncoming, type StoredUpload } from '@/lib/platform/files'
import type { Actor } from '@/lib/platform/scope'
import type { FileFault } from './kinds'

export type Received = { files: StoredUpload[]; faults: { name: string; fault: FileFault }[]; fields: Record<string, string> }

const limits = { files: 12, fields: 20, fieldSize: 2000, headerPairs: 20, parts: 40 }

/** Reads a posted form while it comes in; each file goes straight to the disk. A body that breaks off rejects. */
export function receiveFiles(actor: Actor, request: Request): Promise<Received> {
  const received: Received = { files: [], faults: [], fields: {} }
  const { body } = request
  if (!body) return Promise.resolve({ ...received, faults: [{ name: '', fault: 'noFile' }] })
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: Object.fromEntries(request.headers), defParamCharset: 'utf8', limits })
    const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
    const storing: Promise<void>[] = []
    parser.on('field', (name, value) => (received.fields[name] = value))
    parser.on('file', (_, content, { filename }) => {
      const { purpose = 'attachment' } = received.fields
      // A parser that dies in the middle of a file ends its stream with an error: nothing is kept then.
      const kept = new PassThrough()
      content.on('error', (error) => kept.destroy(error))
      const stored = storeIncoming(actor, { name: filename ?? '', purpose, content: content.pipe(kept) })
        .then((answer) => {
          if (answer.ok) received.files.push(answer.file)
          else received.faults.push({ name: filename ?? '', fault: answer.fault })
        })
        .finally(() => {
          // What is refused half-way is read to its end all the same: who still sends would never hear the answer.
          content.unpipe(kept)
          content.resume()
        })
      stored.catch(() => undefined)
      storing.push(stored)
    })
    parser.on('filesLimit', () => received.faults.push({ name: '', fault: 'tooMany' }))
    parser.on('close', () => {
      Promise.all(storing).then(() => resolve(received), reject)
    })
    const fail = (error: Error) => {
      parser.destroy(error)
      source.destroy()
      void Promise.allSettled(storing).then(() => reject(error))
    }
    parser.on('error', fail)
    source.on('error', fail)
    source.pipe(parser)
  })
}
