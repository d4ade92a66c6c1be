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
    const told = params as Record<string, string | number>
    const facts = told.duty === undefined ? told : { ...told, duty: t(`duties.${told.duty}` as never) }
    return kind.startsWith('reminder.') ? t(`notices.${kind}` as never, facts as never) : t(`${kind}.notice` as never, facts as never)
  }
}
