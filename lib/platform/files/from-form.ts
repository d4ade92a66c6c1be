import type { FieldErrors } from '@/lib/platform/errors'
import { storeUpload } from '@/lib/platform/files'
import type { Actor } from '@/lib/platform/scope'

const prefix = '$upload.'

/** Takes in the files that a plain form brought along and puts their ids where scripts would have put them. */
export async function takeUploads(actor: Actor, form: FormData): Promise<FieldErrors> {
  const refused: FieldErrors = {}
  for (const [key, entry] of [...form.entries()]) {
    if (!key.startsWith(prefix) || typeof entry === 'string' || entry.size === 0) continue
    const field = key.slice(prefix.length)
    const answer = await storeUpload(actor, entry, { purpose: 'attachment' })
    if (answer.ok) form.append(field, answer.file.id)
    else refused[field.replace(/\[\]$/, '')] = `files.refuse.${answer.fault}`
  }
  return refused
}
