import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { listComma } from '@/components/ui/list-comma'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadSettings, LocalSetting } from '@/lib/settings/loaders/settings'
import { settingWords } from './setting-words'
import { WaitingSettings } from './waiting-settings'

type Data = Awaited<ReturnType<typeof loadSettings>>

/** What a place may set itself, and beside it what it may not. */
export async function SettingList({ data }: { data: Data }) {
  const t = await getTranslations('settings.local')
  const comma = await listComma()
  const { settings, waiting, reminders, charterRules, lawRules, regionName } = data
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} actions={<LinkButton href="/rules" icon="clock">{t('sheet')}</LinkButton>} />
      <Notice tone="neutral">{t('running')}</Notice>
      {waiting.length > 0 && <WaitingSettings waiting={waiting} regionName={regionName} />}
      <Section title={t('list')} count={settings.length}>
        <SettingTable settings={settings} regionName={regionName} />
      </Section>
      <Section title={t('numbersTitle')} actions={<LinkButton href="/admin/units" icon="building">{t('numbersLink')}</LinkButton>}>
        <p className="max-w-prose">{t('numbersBody')}</p>
      </Section>
      <Section title={t('reminders')}>
        <p className="max-w-prose">{t('remindersBody', { days: reminders.filter((day) => day > 0).join(comma) })}</p>
      </Section>
      <Section title={t('charterTitle')} note={t('charterNote')}>
        <FixedTable caption={t('charterTitle')} rules={charterRules} mark={t('charter')} />
      </Section>
      <Section title={t('lawTitle')} note={t('lawNote')}>
        <Disclosure summary={t('lawOpen', { count: lawRules.length })}>
          <FixedTable caption={t('lawTitle')} rules={lawRules} mark={t('law')} />
        </Disclosure>
      </Section>
    </Page>
  )
}

export async function SettingTable({ settings, regionName }: { settings: readonly LocalSetting[]; regionName: string }) {
  const t = await getTranslations('settings.local')
  const words = await settingWords()
  return (
    <Table
      caption={t('list')}
      rows={settings}
      rowKey={(row) => row.key}
      href={(row) => `/admin/settings/${row.key}`}
      columns={[
        { key: 'name', head: t('name'), cell: (row) => words.name(row) },
        { key: 'mark', head: t('nature'), cell: () => <Chip icon="settings">{t('chip')}</Chip>, nowrap: true },
        { key: 'shipped', head: t('shipped'), cell: (row) => words.value(row, row.shipped), nowrap: true },
        {
          key: 'value', head: t('value'), nowrap: true,
          cell: (row) => (
            <>
              <span className="font-medium">{words.value(row, row.value)}</span>
              <span className="block text-sm text-muted">
                {t(`from.${row.from}`, { place: regionName })}{row.since && ` · ${t('since', { date: row.since })}`}
              </span>
            </>
          ),
        },
        { key: 'next', head: t('next'), nowrap: true, cell: (row) => (row.next ? t('nextValue', { date: row.next.effectiveOn, value: words.value(row, row.next.value) }) : t('none')) },
      ]}
    />
  )
}

async function FixedTable({ caption, rules, mark }: { caption: string; rules: Data['lawRules']; mark: string }) {
  const t = await getTranslations('settings.local')
  const deadlines = await getTranslations('deadlines')
  return (
    <Table
      caption={caption}
      rows={rules}
      rowKey={(rule) => rule.key}
      columns={[
        { key: 'name', head: t('name'), cell: (rule) => rule.name },
        { key: 'mark', head: t('nature'), cell: () => <Chip icon="lock">{mark}</Chip>, nowrap: true },
        {
          key: 'length', head: t('length'), nowrap: true,
          cell: (rule) => (rule.amount === null || rule.unit === null ? deadlines('sheet.lengthNone') : deadlines(`units.${rule.unit}`, { amount: rule.amount })),
        },
        { key: 'basis', head: t('basis'), cell: (rule) => <BasisLine basis={rule.basis} /> },
      ]}
    />
  )
}
