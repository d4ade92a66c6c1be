import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { Chip } from '@/components/ui/chip'
import { FilterBar } from '@/components/ui/filter-bar'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page, Panel } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { RuleSheet as Sheet, SheetRule } from '@/lib/settings/loaders/rule-sheet'

/** Every limit in force on a day: what starts it, how long it is, what may change it, and where that stands. */
export async function RuleSheet({ sheet }: { sheet: Sheet }) {
  const t = await getTranslations('deadlines')
  return (
    <Page>
      <PageHead title={t('sheet.title')} count={t('sheet.count', { on: sheet.on, count: sheet.rules.length })} purpose={t('sheet.lead')} />
      <FilterBar
        path="/rules"
        fields={[{ name: 'on', label: t('sheet.on'), kind: 'date' }]}
        query={{ on: sheet.asked }}
        labels={{ bar: t('sheet.on'), apply: t('sheet.show'), clear: t('sheet.today'), active: t('sheet.shown'), remove: t('sheet.today') }}
      />
      <Notice tone="neutral">{t('sheet.calendar', { year: sheet.publishedUntil })}</Notice>
      <Panel flush>
        <Table
          caption={t('sheet.title')}
          rows={sheet.rules}
          rowKey={(rule) => rule.key}
          columns={[
            { key: 'name', head: t('sheet.name'), cell: (rule) => <NameCell rule={rule} /> },
            { key: 'trigger', head: t('sheet.trigger'), cell: (rule) => rule.trigger },
            { key: 'length', head: t('sheet.length'), cell: (rule) => <LengthCell rule={rule} /> },
            { key: 'roll', head: t('sheet.roll'), nowrap: true, cell: (rule) => <RollCell rule={rule} /> },
            { key: 'change', head: t('sheet.change'), cell: (rule) => <ChangeCell rule={rule} /> },
            { key: 'basis', head: t('sheet.basis'), cell: (rule) => <BasisCell rule={rule} /> },
          ]}
        />
      </Panel>
    </Page>
  )
}

async function NameCell({ rule }: { rule: SheetRule }) {
  const t = await getTranslations('deadlines')
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{rule.name}</span>
        {(rule.setting || rule.localAmount !== null) && <Chip icon="settings">{t('sheet.local')}</Chip>}
      </span>
      {rule.note && <span className="block text-xs text-muted">{rule.note}</span>}
    </>
  )
}

async function LengthCell({ rule }: { rule: SheetRule }) {
  const t = await getTranslations('deadlines')
  const amount = rule.localAmount ?? rule.amount
  const words = amount === null || rule.unit === null ? t('sheet.lengthNone') : t(`units.${rule.unit}`, { amount })
  return (
    <>
      {rule.atLeast && `${t('sheet.atLeast')} `}
      {words}
      {rule.direction === 'back' && ` · ${t('sheet.back')}`}
      {rule.countdown === false && <span className="block text-xs text-muted">{t('sheet.noCountdown')}</span>}
    </>
  )
}

async function RollCell({ rule }: { rule: SheetRule }) {
  const t = await getTranslations('deadlines')
  const rolls = rule.unit === 'naturalDay' || rule.unit === 'month'
  return rule.countdown !== false && rolls ? t(rule.roll ? 'sheet.rollYes' : 'sheet.rollNo') : '—'
}

async function ChangeCell({ rule }: { rule: SheetRule }) {
  const t = await getTranslations('deadlines')
  if (!rule.extension && !rule.suspension) return <span className="text-muted">{t('sheet.changeNone')}</span>
  return (
    <>
      {rule.extension && <span className="block">{t('sheet.extendBy', { by: rule.extension.by.join('、') })}</span>}
      {rule.suspension && <span className="block">{t('sheet.suspendFor', { reasons: rule.suspension.reasons.join('、') })}</span>}
    </>
  )
}

async function BasisCell({ rule }: { rule: SheetRule }) {
  const t = await getTranslations('deadlines')
  return (
    <>
      <BasisLine basis={rule.basis} />
      <p className="text-xs text-muted">
        {rule.confidence} · {t(`confidence.${rule.confidence}`)} · {t('sheet.since', { date: rule.validFrom })}
      </p>
    </>
  )
}
