import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkChoices } from '@/components/ui/link-choices'
import { PageHead } from '@/components/ui/page-head'
import { hrefWith } from '@/components/ui/query'
import { Page } from '@/components/ui/section'
import type { NewOutcomeView } from '@/lib/outcomes/loaders'
import { enterGroups } from './form-groups'

/** First the kind, then what was achieved: each an address, so that it works without scripts. */
export async function NewOutcome({ view: { caseFile, kinds, kind, demands } }: { view: NewOutcomeView }) {
  const t = await getTranslations('outcomes')
  const common = await getTranslations('common')
  const words = await getTranslations('outcomeKinds')
  const typed = await typedBefore('outcome.enter', null)
  const path = `/outcomes/new?case=${caseFile.id}`
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: caseFile.number, href: `/cases/${caseFile.id}` }, { label: t('newTitle') }]} />
      <PageHead number={`${caseFile.number} ${caseFile.title}`} title={kind ? words(`${kind.key as 'moneyRecovered'}.name`) : t('newTitle')} purpose={kind ? words(`${kind.key as 'moneyRecovered'}.help`) : t('newPurpose')} />
      {!kind && <LinkChoices choices={kinds.map(({ key }) => ({ href: hrefWith('/outcomes/new', { case: caseFile.id, kind: key }), name: words(`${key as 'moneyRecovered'}.name`), help: words(`${key as 'moneyRecovered'}.help`) }))} />}
      {kind && (
        <div className="flex max-w-3xl flex-col gap-4">
          <p><Link className="text-link" href={path}>{t('change')}</Link></p>
          <GroupedForm
            target={{ step: 'outcome.enter', id: null, version: null, requestId: randomUUID() }}
            words={await stepWords('outcome', 'enter')}
            groups={await enterGroups(kind, demands, typed.kind === kind.key && typed.caseId === caseFile.id ? typed : {}, { caseId: caseFile.id, kind: kind.key })}
          />
        </div>
      )}
    </Page>
  )
}
