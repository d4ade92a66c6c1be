import { Readable } from 'node:stream'
import { appendAudit } from './audit'
import { now } from './clock'
import { db, transact, type Tx } from './db'
import { refuse } from './errors'
import { dropBytes, hashOf, keepBytes, pathOf, TooLarge, writeIncoming } from './files/bytes'
import { findFault } from './files/check'
import { type FileFault, fileKinds, kindOf, mostBytes, plainName } from './files/kinds'
import { isId, newId } from './id'
import { log } from './log'
import { innerToken, type Actor, type Scope } from './scope'
import { columnsOf, idArray, read, readAlone, textArray, type Read } from './together'
import { Prisma } from '@/prisma/generated/client'

export type StoredUpload = { readonly id: string; readonly name: string; readonly size: number; readonly mime: string; readonly sha256: string }
export type UploadAnswer = { readonly ok: true; readonly file: StoredUpload } | { readonly ok: false; readonly fault: FileFault }

export type Incoming = { readonly name: string; readonly purpose: string; readonly content: Readable }

/** Bytes first, row last: an upload that is cut off leaves neither. Until a step attaches it, only the own unit sees it. */
export async function storeIncoming(actor: Actor, { name: given, purpose, content }: Incoming): Promise<UploadAnswer> {
  // A line that breaks before the first byte is written still has somebody who listens.
  content.on('error', (error) => log('warn', 'file.cutOff', { cause: error.message }))
  const name = plainName(given)
  const kind = kindOf(name)
  if (!kind) {
    content.resume()
    return { ok: false, fault: given === '' ? 'noFile' : 'kind' }
  }
  try {
    const written = await writeIncoming(content, mostBytes(kind))
    const fault = await findFault(kind, written.path, written.size)
    if (fault) {
      await dropBytes(written.path)
      return { ok: false, fault }
    }
    const storageKey = await keepBytes(written)
    const file = { id: newId(), name, size: written.size, mime: fileKinds[kind].mime, sha256: written.sha256 }
    try {
      await transact(async (tx) => {
        await tx.storedFile.create({
          data: {
            ...file, storageKey, purpose: purpose.slice(0, 60), regionCode: actor.regionCode, unitId: actor.unitId,
            audience: [innerToken(actor.unitId)], uploadedById: actor.userId, uploadedAt: now(),
          },
        })
        await appendAudit(tx, [{
          stream: actor.regionCode, actor, action: 'file.store', subjectType: 'file', subjectId: file.id, result: 'done',
          after: { size: file.size, mime: file.mime, sha256: file.sha256 },
        }])
      })
    } catch (error) {
      await dropBytes(pathOf(storageKey))
      throw error
    }
    return { ok: true, file }
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, fault: 'tooLarge' }
    throw error
  }
}

/** A file that a form brought along itself, where scripts did not send it ahead. */
export const storeUpload = (actor: Actor, file: File, { purpose }: { purpose: string }): Promise<UploadAnswer> =>
  storeIncoming(actor, { name: file.name, purpose, content: Readable.fromWeb(file.stream() as Parameters<typeof Readable.fromWeb>[0]) })

/** The row, if it is within scope. */
export const findFile = async (scope: Scope, id: string) =>
  isId(id) ? db.storedFile.findFirst({ where: { id, audience: { hasSome: [...scope.tokens] } } }) : null

export type FileRow = NonNullable<Awaited<ReturnType<typeof findFile>>>

/** The path of its bytes, once they are proven to be what came in; null and an alarm where they are not. */
export async function provenPath(file: Pick<FileRow, 'id' | 'storageKey' | 'sha256'>): Promise<string | null> {
  const path = pathOf(file.storageKey)
  const found = await hashOf(path).catch((error: NodeJS.ErrnoException) => error.code ?? 'unreadable')
  if (found === file.sha256) return path
  log('error', 'file.altered', { id: file.id, found: found.length === 64 ? 'other content' : found })
  return null
}

/** Files of records, in the order they came. */
export const filesOf = (scope: Scope, subject: { type: string; ids: readonly string[] }): Read<FileRow> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.StoredFileScalarFieldEnum, 'f')} FROM stored_file f
  WHERE f.subject_type = ${subject.type} AND f.subject_id = ANY(${idArray(subject.ids)}) AND f.audience && ${textArray(scope.tokens)}
  ORDER BY f.uploaded_at, f.id`)

export const listFiles = async (scope: Scope, subject: { type: string; ids: readonly string[] }): Promise<FileRow[]> => readAlone(filesOf(scope, subject))

type Attachment = {
  readonly subject: { readonly type: string; readonly id: string }
  readonly audience: readonly string[]
  readonly actor: Actor
  readonly capturedOn?: Date | null
}

/**
 * Binds uploads to a record, in the transaction of the step. Only what the own unit uploaded and no other record holds;
 * who may see the record may from now on see the file.
 */
export async function attachFiles(tx: Tx, ids: readonly string[], { subject, audience, actor, capturedOn }: Attachment): Promise<FileRow[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  await tx.$queryRaw`SELECT id FROM stored_file WHERE id = ANY(${wanted}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.storedFile.findMany({ where: { id: { in: wanted } } })
  const free = (row: FileRow) => row.subjectId === null || (row.subjectType === subject.type && row.subjectId === subject.id)
  if (rows.length !== wanted.length || rows.some((row) => row.unitId !== actor.unitId || !free(row))) throw refuse('files.refuse.notYours')
  for (const row of rows)
    await tx.storedFile.update({
      where: { id: row.id },
      data: {
        subjectType: subject.type, subjectId: subject.id, audience: [...new Set([...row.audience, ...audience])],
        ...(capturedOn ? { capturedOn } : {}),
      },
    })
  return wanted.map((id) => rows.find((row) => row.id === id)!)
}

/** Shows a record's files to more people, when a step shares the record. */
export async function widenFiles(tx: Tx, subject: { type: string; id: string }, audience: readonly string[]): Promise<void> {
  for (const row of await tx.storedFile.findMany({ where: { subjectType: subject.type, subjectId: subject.id } }))
    await tx.storedFile.update({ where: { id: row.id }, data: { audience: [...new Set([...row.audience, ...audience])] } })
}
