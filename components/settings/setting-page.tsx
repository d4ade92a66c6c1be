import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { stepWords, wordedFields } from '@/components/procedure/step-words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Panel, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadSetting } from '@/lib/settings/loaders/settings'
import { factorKey, factorLevels } from '@/lib/platform/sign-in-rules'
import { lookBackChoices, lookBackKey, signInKeys, similarityKey } from '@/lib/settings/schema'
import { NumberForm } from './number-form'
import { SettingForm } from './setting-form'
import { settingWords } from './setting-words'
import { WaitingSettings } from './waiting-settings'
import { localMinute } from '@/lib/platform/clock'

type Data = Awaited<ReturnType<typeof loadSetting>>

/** One local setting: what holds, what held, and the form for what shall hold. */
export async function SettingPage({ data }: { data: Data }) {
  const t = await getTranslations('settings.local')
  const common = await getTranslations('common')
  const numbers = await getTranslations('settings.numbers')
  const words = await settingWords()
  const { setting, regionName, top } = data
  const { rule } = setting
  const facts = [
    ...(rule ? [{ term: t('trigger'), value: rule.trigger }] : []),
    ...(setting.number ? [{ term: numbers('example'), value: setting.number.example ?? numbers('noCode') }] : []),
    { term: t('shipped'), value: words.value(setting, setting.shipped) },
    {
      term: t('value'), value: words.value(setting, setting.value),
      note: `${t(`from.${setting.from}`, { place: regionName })}${setting.since ? ` · ${t('since', { date: setting.since })}` : ''}`,
    },
    ...(setting.next ? [{ term: t('next'), value: t('nextValue', { date: setting.next.effectiveOn, value: words.value(setting, setting.next.value) }) }] : []),
  ]
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/admin/settings' }, { label: words.name(setting) }]} />
      <PageHead title={words.name(setting)} marks={<Chip icon="settings">{t('chip')}</Chip>} />
      <Notice tone="neutral">
        <p>{setting.number ? numbers('running') : t('running')}</p>
        {!setting.number && <p>{top ? t('everywhereNote') : t('placeNote', { place: regionName })}</p>}
      </Notice>
      <Columns
        main={
          <>
            <Panel><DescriptionList facts={facts} empty={common('form.noValue')} /></Panel>
            <History data={data} />
          </>
        }
        aside={data.waiting.length > 0 ? <WaitingSettings waiting={data.waiting} regionName={regionName} /> : setting.number ? <ProposeNumber data={data} /> : <Propose data={data} />}
      />
    </Page>
  )
}

/** Pattern and start of a series, with the next number as it would read while one types. */
async function ProposeNumber({ data: { setting: { number }, step, requestId, today } }: { data: Data }) {
  const t = await getTranslations('settings.numbers')
  const words = await getTranslations('setting')
  if (!step || !number) return null
  const own = new Set(['unitId', 'series', 'pattern', 'start'])
  return (
    <Panel strong title={words('proposeNumber.name')}>
      <div className="flex flex-col gap-3">
        <BasisLine basis={step.basis} />
        <NumberForm
          target={{ step: step.name, id: null, version: null, requestId }}
          words={await stepWords('setting', 'proposeNumber')}
          fields={await wordedFields('setting', step.fields.filter(({ name }) => !own.has(name)), {}, { effectiveOn: today })}
          number={number}
          text={{
            pattern: words('fields.pattern.label'), patternHelp: t(number.needsCode ? 'patternHelpCode' : 'patternHelp'),
            start: words('fields.start.label'), startHelp: t('startHelp', { next: number.next, year: number.year }), example: t('example'),
          }}
        />
      </div>
    </Panel>
  )
}

async function Propose({ data: { setting, step, requestId, today } }: { data: Data }) {
  const t = await getTranslations('settings.local')
  const words = await getTranslations('setting')
  if (!step) return null
  const months = setting.key === lookBackKey ? lookBackChoices.map((month) => ({ value: String(month), label: t('monthChoice', { month }) })) : null
  const levels = setting.key === factorKey ? factorLevels.map((level) => ({ value: level, label: t(`factorLevels.${level}`) })) : null
  const ofSignIn = signInKeys.find((key) => key === setting.key)
  const help = ofSignIn ? t(`signInHelp.${ofSignIn.slice('signIn.'.length)}`) : setting.key.startsWith('notice.') ? t(setting.key === 'notice.secondAfterHours' ? 'hours.lengthHelp' : 'hours.clockHelp') : months ? t('monthsHelp') : setting.key === similarityKey ? t('percentHelp') : setting.rule?.unit && setting.rule.unit !== 'year' ? t(`unitHelp.${setting.rule.unit}`) : ''
  const own = new Set(['key', 'value'])
  return (
    <Panel strong title={words('propose.name')}>
      <div className="flex flex-col gap-3">
        <BasisLine basis={step.basis} />
        <SettingForm
          target={{ step: step.name, id: null, version: null, requestId }}
          words={await stepWords('setting', 'propose')}
          fields={await wordedFields('setting', step.fields.filter(({ name }) => !own.has(name)), {}, { effectiveOn: today })}
          settingKey={setting.key}
          value={{ label: words('fields.value.label'), help, months, levels, current: String(setting.value) }}
        />
      </div>
    </Panel>
  )
}

async function History({ data: { setting, versions, regionName } }: { data: Data }) {
  const t = await getTranslations('settings.local')
  const states = await getTranslations('setting.states')
  const words = await settingWords()
  const when = (by: string, at: Date | null) => <>{by}{at && <span className="block text-sm text-muted">{localMinute(at)}</span>}</>
  return (
    <Section title={t('history')} note={t('historyNote')} count={versions.length}>
      <Table
        caption={t('history')}
        rows={versions}
        rowKey={(row) => row.id}
        empty={<p className="text-muted">{t('historyEmpty')}</p>}
        columns={[
          { key: 'effectiveOn', head: t('effectiveOn'), cell: (row) => row.effectiveOn, nowrap: true },
          { key: 'value', head: t('setTo'), cell: (row) => <>{words.value(setting, row.value)}<span className="block text-sm text-muted">{row.everywhere ? t('scopeEverywhere') : t('scopePlace', { place: regionName })}</span></> },
          { key: 'state', head: t('state'), cell: (row) => <Chip>{states(row.status as 'inForce')}</Chip>, nowrap: true },
          { key: 'reason', head: t('reason'), wide: true, cell: (row) => <>{row.reason}{row.decisionReason && <span className="block text-sm text-muted">{t('refusedBecause', { reason: row.decisionReason })}</span>}</> },
          { key: 'by', head: t('by'), cell: (row) => when(row.setBy, row.setAt), nowrap: true },
          { key: 'decided', head: t('decidedBy'), cell: (row) => when(row.decidedBy, row.decidedAt), nowrap: true },
        ]}
      />
    </Section>
  )
}
