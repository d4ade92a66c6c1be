import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { EnterLetterView } from '@/lib/letters/loaders'
import { letterGroups, paperGroup } from './form-groups'
import { KindChoice } from './kind-choice'

/** 代录: a letter on paper from a body without accounts. */
export async function EnterLetter({ view: { kinds, kind, senders } }: { view: EnterLetterView }) {
  const t = await getTranslations('letters')
  const common = await getTranslations('common')
  const typed = await typedBefore('letter.enter', null)
  const mine = kind && typed.kind === kind.key ? typed : {}
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/letters' }, { label: t('enterTitle') }]} />
      <PageHead title={t('enterTitle')} purpose={t('enterPurpose')} />
      {!kind && <KindChoice kinds={kinds.map(({ key }) => key)} path="/letters/enter" query={{}} />}
      {kind && (
        <GroupedForm
          target={{ step: 'letter.enter', id: null, version: null, requestId: randomUUID() }}
          words={await stepWords('letter', 'enter')}
          groups={[await paperGroup(mine, senders.map(({ id, name }) => ({ value: id, label: name }))), ...(await letterGroups(kind, mine, { kind: kind.key }))]}
        />
      )}
    </Page>
  )
}
