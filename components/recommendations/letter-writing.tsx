import { getTranslations } from 'next-intl/server'
import { BoundaryLine } from '@/components/procedure/boundary-line'
import { PaperView } from '@/components/procedure/paper-view'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { LetterDraftView, LetterPreviewView, NewLetterView } from '@/lib/recommendations/loaders'
import { LetterForm } from './letter-form'

const trailOf = async (last: string, id?: string, title?: string) => {
  const t = await getTranslations('recommendations')
  const common = await getTranslations('common')
  return (
    <Breadcrumbs
      label={common('trail')}
      trail={[{ label: t('title'), href: '/recommendations' }, ...(id && title ? [{ label: title, href: `/recommendations/${id}` }] : []), { label: last }]}
    />
  )
}

/** A new letter begins with what the case already says. */
export async function NewLetterPage({ view: { caseFile, agency, handlers, lengths, powers, cited } }: { view: NewLetterView }) {
  const t = await getTranslations('recommendations')
  return (
    <Page>
      {await trailOf(t('new.title'))}
      <PageHead title={t('new.title')} purpose={t('new.purpose')} />
      <DescriptionList
        empty={t('record.empty')}
        facts={[{ term: t('form.case'), value: `${caseFile.number} ${caseFile.title}` }, { term: t('form.agency'), value: agency }]}
      />
      <BoundaryLine procedure="recommendation" step="draft" />
      <LetterForm
        step="draft"
        subject={null}
        hidden={{ caseId: caseFile.id }}
        demands={[]}
        lengths={lengths}
        powers={powers}
        values={{
          powerItemIds: cited, title: t('form.defaultTitle', { agency }), harmFacts: [caseFile.facts, caseFile.harm].filter(Boolean).join('\n'),
          contact: handlers.map(({ name }) => name).join(t('paper.separator')), contactPhone: handlers[0]?.phone ?? '',
        }}
      />
    </Page>
  )
}

export async function EditLetterPage({ view: { row, demands, agency, lengths, powers } }: { view: LetterDraftView }) {
  const t = await getTranslations('recommendations')
  return (
    <Page>
      {await trailOf(t('edit.title'), row.id, row.title)}
      <PageHead title={t('edit.title')} purpose={agency} actions={<LinkButton href={`/recommendations/${row.id}/preview`}>{t('record.preview')}</LinkButton>} />
      <BoundaryLine procedure="recommendation" step="edit" />
      <LetterForm
        step="edit"
        subject={row}
        demands={demands}
        lengths={lengths}
        powers={powers}
        values={{
          powerItemIds: row.powerItemIds, powerReason: row.powerReason ?? '', title: row.title, sourceText: row.sourceText, harmFacts: row.harmFacts, duty: row.duty, dutyFindings: row.dutyFindings, reasons: row.reasons,
          evidence: row.evidence.join('\n'), legalBasis: row.legalBasis, urgent: row.urgent ? 'on' : '', urgentReason: row.urgentReason ?? '',
          rectificationMonths: row.rectificationMonths?.toString() ?? '', rectificationReason: row.rectificationReason ?? '',
          objectionDays: row.objectionDays?.toString() ?? '', contact: row.contact, contactPhone: row.contactPhone, address: row.address,
          attachments: row.attachments.join('\n'), copies: row.copies.join('\n'),
        }}
      />
    </Page>
  )
}

/** The paper as far as it is written, each missing part marked. */
export async function LetterPreviewPage({ view: { row, paper } }: { view: LetterPreviewView }) {
  const t = await getTranslations('recommendations')
  return (
    <Page>
      {await trailOf(t('preview.title'), row.id, row.title)}
      <PageHead title={t('preview.title')} purpose={t('preview.note')} actions={<LinkButton href={`/recommendations/${row.id}`}>{t('preview.back')}</LinkButton>} />
      <PaperView paper={paper} sealed={false} watermark={{ mark: t('preview.mark'), notice: '' }} label={paper.title} />
    </Page>
  )
}
