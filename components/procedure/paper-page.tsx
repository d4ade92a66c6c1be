import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Chip } from '@/components/ui/chip'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import type { PaperContent } from '@/lib/engine/papers/blocks'
import type { Watermark } from '@/lib/engine/papers/watermark'
import { PaperView } from './paper-view'
import { PrintButton } from './print-button'

export type PaperPageView = {
  id: string
  title: string
  number: string | null
  zone: string
  status: string
  sealedOn: string | null
  voidReason: string | null
  scanFileId: string | null
  onBehalf: boolean
  content: PaperContent
}

/** A paper with what one may do with it; the record it belongs to is one step back. */
export async function PaperPage({ paper, watermark, recordHref }: {
  paper: PaperPageView
  watermark: Watermark | null
  recordHref: string | null
}) {
  const t = await getTranslations('papers')
  return (
    <div className="space-y-4">
      <PageHead
        number={paper.number}
        title={paper.title}
        purpose={t('hint')}
        marks={
          <>
            <Chip>{t(`status.${paper.status}` as never)}</Chip>
            <Chip>{t(`zone.${paper.zone}` as never)}</Chip>
            {paper.onBehalf && <Chip>{t('onBehalf')}</Chip>}
          </>
        }
        actions={
          <>
            {recordHref && <LinkButton href={recordHref}>{t('back')}</LinkButton>}
            {paper.scanFileId && (
              <a className={buttonClass()} href={`/api/files/${paper.scanFileId}`}>
                {t('scan')}
              </a>
            )}
            <a className={buttonClass()} href={`/api/papers/${paper.id}`} download>
              <Icon name="download" />
              {t('download')}
            </a>
            <PrintButton label={t('print')} />
          </>
        }
      />
      {paper.status === 'void' && <Notice icon="warning">{t('voidReason', { reason: paper.voidReason ?? '' })}</Notice>}
      {paper.onBehalf && <p className="text-muted">{t('onBehalfNote')}</p>}
      {paper.sealedOn && <p className="text-muted">{t('sealedOn', { date: paper.sealedOn })}</p>}
      <PaperView paper={paper.content} sealed={paper.status === 'sealed'} watermark={watermark} label={t('sheet')} />
    </div>
  )
}

/** The row no longer is what was signed: say so, show nothing. */
export async function AlteredPaper({ reason, params }: { reason: string; params: Record<string, string | number> }) {
  const t = await getTranslations()
  return <Notice icon="warning">{t(reason as never, params as never)}</Notice>
}
