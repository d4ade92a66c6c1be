import { getTranslations } from 'next-intl/server'
import { claims } from '@/lib/recommendations/schema'
import type { ReplyFormWords } from './reply-form'

/** The words of the reply's form in the person's language. */
export async function replyFormWords(): Promise<ReplyFormWords> {
  const t = await getTranslations('handlings.reply')
  const values = await getTranslations('recommendation.values.claimed')
  return {
    adoption: t('adoption'), claimed: t('claimed'), summary: t('summary'), cause: t('cause'), plan: t('plan'), plannedOn: t('plannedOn'),
    actions: t('actions'), noActions: t('noActions'), longTerm: t('longTerm'), contact: t('contact'), contactPhone: t('contactPhone'),
    postedOn: t('postedOn'), postedHelp: t('postedHelp'),
    claims: claims.map((value) => ({ value, label: values(value) })),
  }
}
