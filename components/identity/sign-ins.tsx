import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { endSession, endSessionsElsewhere } from '@/lib/identity/actions'
import type { loadSignIns } from '@/lib/identity/loaders'
import { SecretForm } from './secret-form'
import { localMinute } from '@/lib/platform/clock'

type Row = Awaited<ReturnType<typeof loadSignIns>>['rows'][number]

/** Where one is signed in, and was. */
export async function SignIns({ view: { rows } }: { view: { rows: readonly Row[] } }) {
  const t = await getTranslations('identity.signIns')
  const common = await getTranslations('common')
  const open = rows.filter(({ alive }) => alive)
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      <Section title={t('open')} count={open.length}>
        <SignInTable rows={open} caption={t('open')} />
        {open.length > 1 && <SecretForm action={endSessionsElsewhere} fields={[]} words={{ button: t('endOthers'), pending: common('form.pending'), errorTitle: t('problems') }} />}
      </Section>
      <Section title={t('past')} note={t('pastNote')}>
        <SignInTable rows={rows.filter(({ alive }) => !alive)} caption={t('past')} />
      </Section>
    </Page>
  )
}

async function SignInTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const t = await getTranslations('identity.signIns')
  const common = await getTranslations('common')
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p className="text-muted">{t('none')}</p>}
      columns={[
        { key: 'createdAt', head: t('since'), cell: (row) => localMinute(row.createdAt), nowrap: true },
        { key: 'lastSeenAt', head: t('lastSeen'), cell: (row) => localMinute(row.lastSeenAt), nowrap: true },
        { key: 'source', head: t('source'), cell: (row) => row.sourceAddress, nowrap: true },
        { key: 'device', head: t('device'), cell: (row) => <span className="break-all text-sm">{row.userAgent}</span> },
        { key: 'method', head: t('method'), cell: (row) => `${t(`methods.${row.method}` as never)}${row.factorAt ? t('withFactor') : ''}`, nowrap: true },
        {
          key: 'state', head: t('state'),
          cell: (row) => row.here ? <Chip tone="accent">{t('here')}</Chip>
            : row.alive ? <EndButton id={row.id} words={{ button: t('end'), pending: common('form.pending'), errorTitle: t('problems') }} />
            : t(row.revokedReason ? (`reasons.${row.revokedReason}` as never) : 'ranOut'),
        },
      ]}
    />
  )
}

const EndButton = ({ id, words }: { id: string; words: { button: string; pending: string; errorTitle: string } }) =>
  <SecretForm action={endSession} fields={[]} hidden={{ id }} words={words} quiet />
