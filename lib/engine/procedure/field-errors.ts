import type { z } from 'zod'
import type { FieldErrors } from '@/lib/platform/errors'

/** zod's issues as input path → message key; the first of each field counts. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) fields[key] ??= 'errors.field.unknown'
    else fields[issue.path.join('.')] ??= issue.message.startsWith('field.') ? `errors.${issue.message}` : issueKey(issue)
  }
  return fields
}

function issueKey(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'errors.field.required'
  if (issue.code === 'too_small') return 'errors.field.tooShort'
  if (issue.code === 'too_big') return 'errors.field.tooLong'
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'errors.field.choose'
  return /^[a-z]+\.[\w.]+$/i.test(issue.message) ? issue.message : 'errors.field.invalid'
}
