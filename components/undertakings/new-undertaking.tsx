import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkChoices } from '@/components/ui/link-choices'
import { listComma } from '@/components/ui/list-comma'
import { PageHead } from '@/components/ui/page-head'
import { hrefWith } from '@/components/ui/query'
import { Page } from '@/components/ui/section'
import type { NewUndertakingView } from '@/lib/undertakings/loaders'
import { planGroups } from './form-groups'

const path = '/undertakings'

/** First the kind, then the plan: each an address, so that it works without scripts. */
export async function NewUndertaking({ view: { kinds, kind, invitees, inSeason, about } }: { view: NewUndertakingView }) {
  const t = await getTranslations('undertakings')
  const common = await getTranslations('common')
  const words = await getTranslations('undertakingKinds')
  const comma = await listComma()
  const typed = await typedBefore('undertaking.draft', null)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: path }, { label: t('newTitle') }]} />
      <PageHead title={kind ? words(`${kind.key}.name` as never) : t('newTitle')} purpose={kind ? words(`${kind.key}.help` as never) : t('newPurpose')} />
      {!kind && <LinkChoices choices={kinds.map(({ key }) => ({ href: hrefWith(`${path}/new`, { kind: key, about: about?.link }), name: words(`${key}.name` as never), help: words(`${key}.help` as never) }))} />}
      {kind && (
        <div className="flex max-w-3xl flex-col gap-4">
          <p><Link className="text-link" href={hrefWith(`${path}/new`, { about: about?.link })}>{t('change')}</Link></p>
          {about && <p>{t('about')}：{about.title}</p>}
          <BasisLine basis={kind.basis} />
          {kind.fields.some(({ input }) => input === 'season') && <p className="text-muted">{t('season', { topics: inSeason.map((key) => words(`seasons.${key}` as never)).join(comma) })}</p>}
          <GroupedForm
            target={{ step: 'undertaking.draft', id: null, version: null, requestId: randomUUID() }}
            words={await stepWords('undertaking', 'draft')}
            groups={await planGroups(kind, typed.kind === kind.key ? typed : {}, invitees.map(({ id, shortName }) => ({ value: id, label: shortName })), { kind: kind.key, ...(about ? { about: about.link } : {}) })}
          />
        </div>
      )}
    </Page>
  )
}
