import { randomBytes } from 'node:crypto'
import { now } from './clock'

const mostOfOneMoment = 0xfff

let lastMoment = -1
let ordinal = 0

/**
 * A UUID version 7 of our own clock, so that ids sort by time in a moved test system too. Ids of one millisecond keep the
 * order in which a process made them.
 */
export function newId(): string {
  const moment = now().getTime()
  ordinal = moment === lastMoment && ordinal < mostOfOneMoment ? ordinal + 1 : 0
  lastMoment = moment
  const bytes = randomBytes(16)
  bytes.writeUIntBE(moment, 0, 6)
  bytes.writeUInt16BE(0x7000 | ordinal, 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A path segment that is no id is simply not found. */
export const isId = (value: string): boolean => uuid.test(value)

/** When an id was made. */
export const momentOf = (id: string): Date => new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
