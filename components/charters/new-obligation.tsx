import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkChoices } from '@/components/ui/link-choices'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewObligationView } from '@/lib/charters/loaders'
import { wayKeys } from '@/lib/charters/rules/ways'
import { PromiseFields } from './promise-fields'

/** First how it is worded, each an address of its own, then only what that needs. */
export async function NewObligation({ view: { charter, step, way, provision, choices } }: { view: NewObligationView }) {
  const t = await getTranslations('charters')
  const common = await getTranslations('common')
  const name = (await getTranslations('charter'))('addObligation.name')
  const path = `/charters/${charter.id}/obligation`
  const at = (key?: string) => {
    const query = new URLSearchParams({ ...(key ? { way: key } : {}), ...(provision ? { provision: provision.id } : {}) }).toString()
    return query ? `${path}?${query}` : path
  }
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/charters' }, { label: charter.title, href: `/charters/${charter.id}` }, { label: name }]} />
      <PageHead title={way ? t(`ways.${way}.name`) : name} purpose={way ? t(`ways.${way}.help`) : t('waysPurpose')} />
      {provision && <p className="max-w-3xl whitespace-pre-line rounded-lg border bg-sunken p-4"><strong className="mr-2">{provision.article}</strong>{provision.text}</p>}
      {!way && (
        <LinkChoices choices={wayKeys.map((key) => ({ href: at(key), name: t(`ways.${key}.name`), help: t('wayHelp', { help: t(`ways.${key}.help`), example: t(`ways.${key}.example`) }) }))} />
      )}
      {way && (
        <div className="flex max-w-3xl flex-col gap-4">
          <p><Link className="text-link" href={at()}>{t('otherWay')}</Link></p>
          <BasisLine basis={step.basis} />
          <PromiseFields step="addObligation" way={way} charter={charter} choices={choices} values={provision ? { provisionId: provision.id } : {}} />
        </div>
      )}
    </Page>
  )
}
