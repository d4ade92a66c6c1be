import { getTranslations } from 'next-intl/server'

export type NoticeRow = {
  readonly id: string
  readonly kind: string
  readonly params: unknown
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** A notice in the person's language: a step that was taken (`recommendation.serve`) or a reminder (`reminder.today`). */
export async function noticeWords(): Promise<(notice: NoticeRow) => string> {
  const t = await getTranslations()
  return ({ kind, params }) => {
    const facts = params as Record<string, string | number>
    if (!kind.startsWith('reminder.')) return t(`${kind}.notice` as never, facts as never)
    return t(`notices.${kind}` as never, { ...facts, duty: t(`duties.${facts.duty}` as never) } as never)
  }
}
