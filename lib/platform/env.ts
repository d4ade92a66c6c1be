import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z.string().optional(),
  DEMO: z.enum(['0', '1']).default('1'),
  NEXTAUTH_SECRET: z.string().optional(),
  /** How long a sign-in lasts without a request, and at the very most. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().positive().default(30),
  SESSION_HOURS: z.coerce.number().int().positive().default(8),
  /** How many proxies of our own stand before the server; each appends one address. */
  PROXY_HOPS: z.coerce.number().int().min(0).default(0),
  /** The one password of the demo's accounts. */
  DEMO_PASSWORD: z.string().min(12).default('Gongyi-2026-demo'),
})

export type Env = z.infer<typeof schema>

let read: Env | undefined

/** The environment, checked once. A missing database address is an error at start, not at the first click. */
export function env(): Env {
  return (read ??= schema.parse(process.env))
}

/** The system's secret; without one no cookie can be trusted, so nothing works. */
export function secret(): string {
  const { NEXTAUTH_SECRET } = env()
  if (!NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is not set')
  return NEXTAUTH_SECRET
}

export const isDemo = () => env().DEMO === '1'
export const isHttps = () => (env().PUBLIC_URL ?? '').startsWith('https://')
