import { z } from 'zod'

export const fieldInputs = ['text', 'long', 'date', 'number', 'select', 'radio', 'checkbox', 'file', 'files', 'group'] as const
export type FieldInput = (typeof fieldInputs)[number]

/** One field of a default form, as plain data for the page. */
export type FormField = {
  readonly name: string
  readonly input: FieldInput
  readonly required: boolean
  /** Fixed values, worded by `<procedure>.values.<field>.<value>`. */
  readonly values: readonly string[]
  /** Name of a set of choices the page supplies (`units`, `people`). */
  readonly options: string | null
  readonly maxLength: number | null
}

type Property = {
  type?: string
  enum?: string[]
  const?: string
  maxLength?: number
  input?: string
  options?: string
  allOf?: Property[]
  anyOf?: Property[]
}

/** Reads a step's schema into the fields of its default form, in the order written. */
export function describeForm(schema: z.ZodObject): FormField[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Property>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => {
    const merged = [property, ...(property.allOf ?? []), ...(property.anyOf ?? [])].reduce((all, part) => ({ ...part, ...all }), {})
    const values = merged.enum ?? []
    return {
      name, values, input: inputOf(merged, values), required: required.includes(name),
      options: merged.options ?? null, maxLength: merged.maxLength ?? null,
    }
  })
}

function inputOf(property: Property, values: readonly string[]): FieldInput {
  const said = fieldInputs.find((input) => input === property.input)
  if (said) return said
  if (values.length > 0) return values.length <= 4 ? 'radio' : 'select'
  if (property.type === 'boolean') return 'checkbox'
  if (property.type === 'number' || property.type === 'integer') return 'number'
  if (property.type === 'object' || property.type === 'array') return 'group'
  return 'text'
}
