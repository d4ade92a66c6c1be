import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z.string().optional(),
  DEMO: z.enum(['0', '1']).default('1'),
  NEXTAUTH_SECRET: z.string().optional(),
  /** Seals the secrets of second factors; made by the launcher and kept in the data folder. */
  FACTOR_KEY: z.string().optional(),
  /** How long a sign-in lasts without a request, and at the very most. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().positive().default(30),
  SESSION_HOURS: z.coerce.number().int().positive().default(8),
  /** How many proxies of our own stand before the server; each appends one address. */
  PROXY_HOPS: z.coerce.number().int().min(0).default(0),
  /** Single sign-on by OpenID Connect; off without an issuer. */
  OIDC_ISSUER: z.union([z.literal('').transform(() => undefined), z.url({ protocol: /^https?$/ })]).optional(),
  OIDC_CLIENT_ID: z.string().default(''),
  OIDC_CLIENT_SECRET: z.string().default(''),
  /** What the button calls it. */
  OIDC_NAME: z.string().default(''),
  /** The claim that holds the account's name. */
  OIDC_CLAIM: z.string().min(1).default('preferred_username'),
  /** The one password of the demo's accounts. */
  DEMO_PASSWORD: z.string().min(12).default('Gongyi-2026-demo'),
  /** Mail: `smtps://user:password@host:465`, and the address it is sent from. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.email().optional(),
  /** SMS, 政务微信, 钉钉: one signed webhook to the operator's own gateway (docs/notices.md). */
  NOTICE_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  NOTICE_WEBHOOK_SECRET: z.string().min(32).optional(),
  NOTICE_WEBHOOK_CHANNELS: z.string().default('sms'),
  /** Hosts the webhook may go to though they are private or without TLS: `sms.gov.internal`, `10.1.2.3:8080`. */
  NOTICE_WEBHOOK_ALLOW: z.string().default(''),
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
