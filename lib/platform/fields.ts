import { z } from 'zod'
import { today } from './clock'
import { isId } from './id'

/** Of a document with its annexes; nothing a person types is longer. */
export const longestText = 60_000

/** Building blocks of inputs; messages are keys under `errors`. */
export const shortText = (max = 100) => z.string().trim().min(1, 'field.required').max(max, 'field.tooLong')
export const longText = (min = 1, max = 4000) =>
  z.string().trim().min(min, min > 1 ? 'field.tooShort' : 'field.required').max(max, 'field.tooLong').meta({ input: 'long' })

const isRealDay = (text: string) => {
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text
}

/** A real day, `YYYY-MM-DD`. */
export const localDay = () =>
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'field.date').refine(isRealDay, 'field.date').meta({ input: 'date' })

/** A day that has come: what happened cannot have happened tomorrow. */
export const pastDay = () => localDay().refine((day) => day <= today(), 'field.future').meta({ input: 'date' })

/** A ticked box posts `on`; an unticked one posts nothing. */
export const tick = () => z.preprocess((value) => value === 'on' || value === true || value === 'true', z.boolean()).meta({ input: 'checkbox' })

export const id = () => z.uuid('field.choose')
/** A record of one of these types: `clue:<id>`. */
export const recordLink = (types: readonly string[]) => z.string().refine((link) => {
  const [type = '', of = '', ...more] = link.split(':')
  return types.includes(type) && isId(of) && more.length === 0
}, 'field.choose')
export const unitId = (options = 'units') => id().meta({ input: 'select', options })
export const userId = (options = 'people') => id().meta({ input: 'select', options })
export const fileId = () => id().meta({ input: 'file' })
/** One id posts as text, several as a list. */
export const fileIds = (max = 12) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id()).max(max)).meta({ input: 'files' })
