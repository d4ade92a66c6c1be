/** Outcomes a caller must expect; each has words in messages/<locale>/errors.json. */
export type FailureCode =
  | 'notFound'
  | 'denied'
  | 'conflict'
  | 'wrongState'
  | 'invalid'
  | 'replayDiffers'
  | 'busy'
  /** The connection broke: done or not, sending the same request again tells. */
  | 'unsure'
  | 'tooMany'
  | 'refused'
  | 'signedOut'
  /** The step wants the person to prove again who they are. */
  | 'reauth'

export type FieldErrors = Record<string, string>

/**
 * An expected failure on the way of a change. `reason` is a message key (`clues.refuse.returnedOnce`), `fields` maps
 * input paths (`demands.0.measure`) to message keys, `params` fill the placeholders.
 */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly reason?: string,
    readonly fields?: FieldErrors,
    readonly params?: Record<string, string | number>,
  ) {
    super(reason ?? code)
  }
}

export const notFound = () => new Failure('notFound')
export const refuse = (reason: string, params?: Record<string, string | number>) => new Failure('refused', reason, undefined, params)
export const invalid = (fields: FieldErrors) => new Failure('invalid', undefined, fields)
