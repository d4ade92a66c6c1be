import { getTranslations } from 'next-intl/server'
import { NumberTable } from '@/components/settings/number-table'
import { SettingTable } from '@/components/settings/setting-list'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { loadSettings } from '@/lib/settings/loaders/settings'
import type { RegionView } from './region-parts'

export type LocalSettings = Awaited<ReturnType<typeof loadSettings>> | null

type Props = { view: RegionView }

export async function NumbersPart({ view: { numbers, office } }: Props) {
  const t = await getTranslations('units')
  if (!office) return <p className="text-muted">{t('course.officeFirst')}</p>
  return (
    <>
      <NumberTable numbers={numbers.filter(({ papers }) => papers === 0 || papers > 1)} caption={t('numbers')} />
      <Disclosure summary={t('course.allNumbers', { count: numbers.length })}>
        <NumberTable numbers={numbers} caption={t('course.allNumbers', { count: numbers.length })} />
      </Disclosure>
    </>
  )
}

export async function SettingsPart({ view: { waiting }, local }: Props & { local: LocalSettings }) {
  const t = await getTranslations('units.course')
  if (!local) return <p className="text-muted">{t('settingsByPlace')}</p>
  return (
    <>
      <p>{t('lawFixed', { count: local.lawRules.length + local.charterRules.length })}</p>
      <Disclosure summary={t('settingsTable', { count: local.settings.length })} open={waiting > 0}>
        <SettingTable settings={local.settings} regionName={local.regionName} />
      </Disclosure>
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/admin/settings" icon="settings">{t('toSettings')}</LinkButton>
        <LinkButton href="/rules" icon="clock">{t('toRules')}</LinkButton>
      </div>
    </>
  )
}

export async function CalendarPart({ view: { calendar: { year, published, nextPublished } } }: Props) {
  const t = await getTranslations('units.course')
  return (
    <>
      <p>{t(published ? 'yearPublished' : 'yearProvisional', { year })}</p>
      <p>{t(nextPublished ? 'yearPublished' : 'yearProvisional', { year: year + 1 })}</p>
      <div className="flex flex-wrap gap-2"><LinkButton href="/calendar" icon="calendar">{t('toCalendar')}</LinkButton></div>
    </>
  )
}

export async function RunningPart({ view: { matters } }: Props) {
  const t = await getTranslations('units.course')
  return (
    <>
      <p>{matters > 0 ? t('matters', { count: matters }) : t('noMatters')}</p>
      <p className="text-muted">{t('howMatters')}</p>
    </>
  )
}
