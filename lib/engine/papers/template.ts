import { z } from 'zod'
import { formats, zones } from './blocks'
import { parseLines, type Line } from './syntax'

const scalarTypes = ['text', 'date', 'number', 'flag', 'choice'] as const
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const itemSchema = z
  .object({
    label: z.string().min(1),
    required: z.boolean().default(false),
    type: z.enum(scalarTypes),
    values: z.record(z.string(), z.string()).optional(),
    /** Share of the table's width. */
    width: z.number().positive().optional(),
  })
  .strict()

export const fieldSchema = z
  .object({
    label: z.string().min(1),
    required: z.boolean().default(false),
    /** Required only when this holds: `field`, `!field` or `field=value`. */
    requiredWhen: z.string().optional(),
    type: z.enum([...scalarTypes, 'list', 'table']),
    values: z.record(z.string(), z.string()).optional(),
    items: z.record(z.string(), itemSchema).optional(),
  })
  .strict()

const basisSchema = z
  .object({
    kind: z.enum(['law', 'charter', 'setting', 'practice']),
    ref: z.string().min(1),
    /** As it is cited in the paper. */
    text: z.string().optional(),
  })
  .strict()

const headSchema = z
  .object({
    kind: z.string().regex(/^[a-z][A-Za-z]*$/),
    name: z.string().min(1),
    version: z.number().int().positive(),
    validFrom: localDate,
    format: z.enum(formats),
    zone: z.enum(zones),
    issuer: z.enum(['procuratorate', 'agency', 'court', 'any']),
    number: z
      .object({
        source: z.enum(['taken', 'assigned', 'none']),
        pattern: z.string().optional(),
        /** Kinds that name the same series share one counter. */
        series: z.string().optional(),
      })
      .strict(),
    fields: z.record(z.string(), fieldSchema),
    basis: z.array(basisSchema),
  })
  .strict()

export type ItemField = z.infer<typeof itemSchema>
export type Field = z.infer<typeof fieldSchema>
export type TemplateHead = z.infer<typeof headSchema>
export type Template = TemplateHead & { body: Line[] }

/** Reads one template: JSON between two lines of three dashes, then the text. */
export function parseTemplate(source: string, name: string): Template {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n'))
  if (!match) throw new Error(`${name}: no head between --- lines`)
  const head = headSchema.parse(JSON.parse(match[1] ?? ''))
  return { ...head, body: parseLines(match[2] ?? '', name) }
}
