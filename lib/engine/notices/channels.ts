import { env } from '@/lib/platform/env'
import { mailReady, sendMail } from '@/lib/platform/mail'
import { notTaken, type Sending } from '@/lib/platform/sending'
import { postSigned, webhookReady } from '@/lib/platform/webhook'
import { now } from '@/lib/platform/clock'
import type { Pointer } from './pointer'
import { channels, type Channel } from './ways'

/** The ways out that the operator has set up. */
export function openChannels(): Channel[] {
  const gateway = env().NOTICE_WEBHOOK_CHANNELS.split(/[\s,]+/)
  return channels.filter((channel) => (channel === 'mail' ? mailReady() : webhookReady() && gateway.includes(channel)))
}

export type Reachable = { readonly login: string; readonly phone: string | null; readonly mail: string | null; readonly firstChannel: string | null }

/** The ways on which this person can be reached, the preferred one first. */
export function channelsOf({ phone, mail, firstChannel }: Reachable, open: readonly Channel[]): Channel[] {
  const usable = open.filter((channel) => (channel === 'mail' ? mail !== null : phone !== null))
  return [...usable.filter((channel) => channel === firstChannel), ...usable.filter((channel) => channel !== firstChannel)]
}

/** Hands a pointer over; the receiver gets an address and how many there are, never what they say. */
export function sendPointer(channel: Channel, id: string, to: Reachable, pointer: Pointer): Promise<Sending> {
  if (channel !== 'mail') {
    const { count, subject, text, link } = pointer
    return postSigned(id, { version: 1, id, channel, at: now().toISOString(), to: { login: to.login, phone: to.phone }, count, title: subject, text, link })
  }
  return to.mail === null ? Promise.resolve(notTaken('never', 'noAddress')) : sendMail({ id, to: to.mail, subject: pointer.subject, text: `${pointer.text}\n${pointer.link}\n` })
}
