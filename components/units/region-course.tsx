import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import { Steps } from '@/components/ui/steps'
import { type CoursePart, courseParts, regionGaps } from '@/lib/units/schema'
import { BodiesPart, OfficePart, OpenPart, PeoplePart, RegionPart, type RegionView } from './region-parts'
import { CalendarPart, type LocalSettings, NumbersPart, RunningPart, SettingsPart } from './region-setting-parts'

/** Setting up a region as one course: it can be left at any time, its state is told from what is there. */
export async function RegionCourse({ view, local }: { view: RegionView; local: LocalSettings }) {
  const t = await getTranslations('units')
  const states = await getTranslations('region.states')
  const common = await getTranslations('common')
  const { region, office, gaps, matters } = view
  const preparing = region.status === 'preparing'
  const isMissing = (part: CoursePart) =>
    part === 'open' ? preparing : part === 'numbers' && !office ? true : gaps.some((gap) => regionGaps[gap] === part)
  const isOptional = (part: CoursePart) => part === 'running' && matters === 0
  const first = courseParts.find(isMissing)
  const parts: Readonly<Record<CoursePart, ReactNode>> = {
    region: <RegionPart view={view} />, procuratorate: <OfficePart view={view} />, units: <BodiesPart view={view} />, people: <PeoplePart view={view} />,
    numbers: <NumbersPart view={view} />, settings: <SettingsPart view={view} local={local} />, calendar: <CalendarPart view={view} />,
    running: <RunningPart view={view} />, open: <OpenPart view={view} />,
  }
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('regions.title'), href: '/admin/regions' }, { label: region.name }]} />
      <PageHead
        title={t(preparing ? 'course.of' : 'course.ofOpen', { region: region.name })}
        marks={<Chip tone={preparing ? 'accent' : 'neutral'}>{states(region.status as 'active')}</Chip>}
        purpose={t(preparing ? 'course.purpose' : 'course.opened')}
      />
      {preparing && <Notice tone="neutral">{t('course.preparing')}</Notice>}
      <Steps
        label={t('course.title')}
        done={t('course.done')}
        steps={courseParts.map((part) => ({
          label: t(`course.parts.${part}`), href: `#part-${part}`, state: part === first ? 'current' : isMissing(part) || isOptional(part) ? 'ahead' : 'done',
        }))}
      />
      {courseParts.map((part, index) => (
        <Section
          key={part}
          id={`part-${part}`}
          title={`${index + 1}. ${t(`course.parts.${part}`)}`}
          note={t(`course.notes.${part}`)}
          actions={isMissing(part) ? <Chip tone="accent">{t('course.missing')}</Chip> : isOptional(part) ? <Chip>{t('course.optional')}</Chip> : <Chip icon="check">{t('course.done')}</Chip>}
        >
          <Gaps view={view} part={part} />
          {parts[part]}
        </Section>
      ))}
    </Page>
  )
}

/** What is missing in this part, in words. */
async function Gaps({ view: { region, gaps }, part }: { view: RegionView; part: CoursePart }) {
  const t = await getTranslations('units.course')
  const here = gaps.filter((gap) => (part === 'open' ? region.status === 'preparing' : regionGaps[gap] === part))
  if (here.length === 0) return null
  return (
    <ul className="list-disc pl-5">
      {here.map((gap) => <li key={gap}>{t(`gaps.${gap}`)}</li>)}
    </ul>
  )
}
