import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { OfferedStep } from '@/lib/engine/procedure/offer'
import type { loadHandovers } from '@/lib/handovers/loaders'

type HandoverData = Awaited<ReturnType<typeof loadHandovers>>

type Row = { readonly id: string; readonly version: number; readonly steps: readonly OfferedStep[] }

/** What may be changed of a row, where anything may. */
function Change({ procedure, row, label }: { procedure: 'absence' | 'delegation'; row: Row; label: string }) {
  if (row.steps.every(({ blocked }) => blocked !== null)) return null
  return (
    <Disclosure summary={label}>
      <StepPanel procedure={procedure} steps={row.steps} subject={row} />
    </Disclosure>
  )
}

export async function AbsenceSection({ data }: { data: HandoverData }) {
  const t = await getTranslations('handovers')
  const { absences, names, day } = data
  return (
    <Section title={t('absences.title')} count={absences.length}>
      <Table
        caption={t('absences.title')}
        rows={absences}
        rowKey={(row) => row.id}
        empty={<p className="text-muted">{t('absences.none')}</p>}
        columns={[
          {
            key: 'who', head: t('absences.who'), nowrap: true,
            cell: (row) => <>{names[row.userId]} <Chip>{t(row.fromOn <= day ? 'absences.now' : 'absences.ahead')}</Chip></>,
          },
          { key: 'by', head: t('absences.by'), cell: (row) => names[row.replacementId], nowrap: true },
          { key: 'from', head: t('from'), cell: (row) => row.fromOn, nowrap: true },
          { key: 'to', head: t('to'), cell: (row) => row.toOn, nowrap: true },
          { key: 'reason', head: t('absences.reason'), cell: (row) => row.reason },
          { key: 'change', head: t('change'), cell: (row) => <Change procedure="absence" row={row} label={t('change')} /> },
        ]}
      />
    </Section>
  )
}

export async function DelegationSection({ data }: { data: HandoverData }) {
  const t = await getTranslations('handovers')
  const roleWords = await getTranslations('identity.roles')
  const { delegations, names } = data
  return (
    <Section title={t('delegations.title')} count={delegations.length}>
      <Table
        caption={t('delegations.title')}
        rows={delegations}
        rowKey={(row) => row.id}
        empty={<p className="text-muted">{t('delegations.none')}</p>}
        columns={[
          { key: 'who', head: t('delegations.who'), cell: (row) => names[row.grantorId], nowrap: true },
          {
            key: 'by', head: t('delegations.by'),
            cell: (row) => (
              <>
                {names[row.delegateId]}
                <span className="block text-sm text-muted">{t('signed', { by: names[row.delegateId] ?? '', who: names[row.grantorId] ?? '' })}</span>
              </>
            ),
          },
          { key: 'role', head: t('delegations.role'), cell: (row) => roleWords(row.role as never), nowrap: true },
          { key: 'from', head: t('from'), cell: (row) => row.fromOn, nowrap: true },
          { key: 'to', head: t('to'), cell: (row) => row.toOn, nowrap: true },
          { key: 'document', head: t('delegations.document'), cell: (row) => <a className="text-link" href={`/api/files/${row.fileId}`}>{row.document}</a> },
          { key: 'change', head: t('change'), cell: (row) => <Change procedure="delegation" row={row} label={t('change')} /> },
        ]}
      />
    </Section>
  )
}
