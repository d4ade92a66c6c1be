import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { loadNewClue } from '@/lib/clues/loaders'
import { StoryForm } from './story-form'

/** 移送线索 for other bodies, 登记线索 for the office. */
export async function NewClue({ view: { step, choices } }: { view: Awaited<ReturnType<typeof loadNewClue>> }) {
  const t = await getTranslations('clues')
  const common = await getTranslations('common')
  const kind = step.key === 'enter' ? 'enter' : 'refer'
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/clues' }, { label: t(`new.${kind}`) }]} />
      <PageHead title={t(`new.${kind}`)} purpose={t(`new.${kind}Purpose`)} />
      <BasisLine basis={step.basis} />
      {kind === 'refer' && choices.receiver && <Notice title={t('form.receiver', { name: choices.receiver.name })}>{choices.court && t('form.court')}</Notice>}
      <StoryForm step={kind} id={null} version={null} choices={choices} />
    </Page>
  )
}
