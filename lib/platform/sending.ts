/**
 * What became of a message handed to another system. `again`: surely not taken, may be tried later. `never`: refused for
 * good. `unsure`: the line broke after it was handed over, so sending it again might tell twice.
 */
export type Sending = { readonly sent: true } | { readonly sent: false; readonly next: 'again' | 'never' | 'unsure'; readonly error: string }

export const taken: Sending = { sent: true }
export const notTaken = (next: 'again' | 'never' | 'unsure', error: string): Sending => ({ sent: false, next, error: error.slice(0, 120) })
