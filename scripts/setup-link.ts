import { createSetupToken } from '@/lib/identity/mutations/setup'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'

const token = await createSetupToken()
if (token) {
  console.log(`Set up the first administrator here, within 24 hours, once:\n  ${(env().PUBLIC_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '')}/setup/${token}`)
} else {
  console.log('An administrator exists: no set-up link is needed.')
}
await db.$disconnect()
