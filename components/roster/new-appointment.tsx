import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { typedBefore } from '@/components/procedure/drafts'
import type { WordedField } from '@/components/procedure/step-fields'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkChoices } from '@/components/ui/link-choices'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewAppointmentView } from '@/lib/roster/loaders/roster'

const path = '/roster'

/** First the kind, then the person: each an address, so that it works without scripts. */
export async function NewAppointment({ view: { kinds, kind, hosts, domains, colleagues, roles } }: { view: NewAppointmentView }) {
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const words = await getTranslations('appointment.fields')
  const domain = await getTranslations('domains')
  const role = await getTranslations('identity.roles')
  const typed = await typedBefore('appointment.propose', null)
  const field = (name: string, input: WordedField['input'], required: boolean, options: WordedField['options'] = []): WordedField => ({
    name, input, required, options, value: typed[name], label: words(`${name}.label` as never), help: words.has(`${name}.help` as never) ? words(`${name}.help` as never) : undefined,
  })
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: path }, { label: t('proposal') }]} />
      <PageHead title={kind ? t(`kinds.${kind.key}` as never) : t('proposal')} purpose={kind ? t(`kindHelp.${kind.key}` as never) : t('proposePurpose')} />
      {!kind && <LinkChoices choices={kinds.map(({ key }) => ({ href: `${path}/new?kind=${key}`, name: t(`kinds.${key}` as never), help: t(`kindHelp.${key}` as never) }))} />}
      {kind && (
        <div className="flex max-w-3xl flex-col gap-4">
          <p><Link className="text-link" href={`${path}/new`}>{t('change')}</Link></p>
          <BasisLine basis={kind.basis} />
          <GroupedForm
            target={{ step: 'appointment.propose', id: null, version: null, requestId: randomUUID() }}
            words={await stepWords('appointment', 'propose')}
            groups={[{
              key: 'person', title: t('proposal'), hidden: { kind: kind.key },
              fields: [
                field('personId', 'select', kind.seconded, colleagues.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))), ...(kind.seconded ? [] : [field('personName', 'text', false)]),
                field('post', 'text', true), field('domain', 'select', true, domains.map((key) => ({ value: key, label: domain(key as never) }))), field('speciality', 'long', true), field('reason', 'long', true),
                ...(kind.seconded ? [
                  field('hostId', 'select', true, hosts.map(({ id, shortName }) => ({ value: id, label: shortName }))), field('role', 'select', true, roles.map((key) => ({ value: key, label: role(key) }))), field('tasks', 'long', true),
                ] : []),
                field('fromOn', 'date', true), field('toOn', 'date', true),
              ],
            }]}
          />
        </div>
      )}
    </Page>
  )
}
