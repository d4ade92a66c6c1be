import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { CaseView } from '@/lib/cases/loaders'
import { localDate } from '@/lib/platform/clock'

/** 磋商: what was held, or why there was none (the reason only inside the office). */
export async function Consultations({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.record')
  const forms = await getTranslations('case.values.form')
  const { consultations, consultationWaiver } = view.caseFile
  return (
    <Section title={t('consultations')} count={consultations.length}>
      <Table
        caption={t('consultations')}
        rows={consultations}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t('noConsultations')}</p>}
        columns={[
          { key: 'heldOn', head: t('heldOn'), cell: ({ heldOn }) => localDate(heldOn), nowrap: true },
          { key: 'form', head: t('form'), cell: ({ form }) => forms(form as never), nowrap: true },
          { key: 'where', head: t('where'), cell: ({ place }) => place },
          { key: 'plan', head: t('plan'), cell: ({ agencyPlan }) => <span className="whitespace-pre-line">{agencyPlan}</span> },
        ]}
      />
      {consultationWaiver && (
        <p>
          <span className="text-muted">{t('waiver')} </span>
          {consultationWaiver}
        </p>
      )}
    </Section>
  )
}
