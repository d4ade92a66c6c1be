import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z.string().optional(),
  DEMO: z.enum(['0', '1']).default('1'),
  NEXTAUTH_SECRET: z.string().optional(),
})

export type Env = z.infer<typeof schema>

let read: Env | undefined

/** The environment, checked once. A missing database address is an error at start, not at the first click. */
export function env(): Env {
  return (read ??= schema.parse(process.env))
}

export const isDemo = () => env().DEMO === '1'
export const isHttps = () => (env().PUBLIC_URL ?? '').startsWith('https://')
