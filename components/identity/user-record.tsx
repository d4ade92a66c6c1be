import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Panel, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { rolesOfKind } from '@/lib/identity/schema'
import { administrators } from '@/lib/platform/roles'
import type { loadUser } from '@/lib/identity/loaders'
import { localDate, localDay, today } from '@/lib/platform/clock'
import type { UnitKind } from '@/lib/platform/roles'

export async function UserRecord({ view }: { view: Awaited<ReturnType<typeof loadUser>> }) {
  const t = await getTranslations('identity')
  const common = await getTranslations('common')
  const { user, current, firstPassword, units, successors, work, steps, askedBy } = view
  const roleName = (role: string) => t(`roles.${role}` as never)
  const mayHave = [...rolesOfKind[user.unit.kind as UnitKind], 'viewer' as const, ...administrators]
  const options = {
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    roles: [...new Set(mayHave)].map((role) => ({ value: role, label: roleName(role) })),
    successors: successors.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })),
    grants: current.map(({ id, role }) => ({ value: id, label: roleName(role) })),
  }
  const facts = [
    { term: t('facts.login'), value: user.login },
    { term: t('facts.post'), value: user.post },
    { term: t('facts.phone'), value: user.phone },
    { term: t('facts.unit'), value: user.unit.name },
    { term: t('facts.openWork'), value: t('users.openWork', work) },
    { term: t('facts.lastSignIn'), value: user.lastSignInAt && localDay(user.lastSignInAt) },
  ]
  return (
    <Page>
      <PageHead
        title={user.name}
        number={user.login}
        marks={
          <>
            <Chip>{t(user.active ? 'users.active' : 'users.disabled')}</Chip>
            {user.hasFactor && <Chip icon="shield">{t('users.hasFactor')}</Chip>}
            {user.mustChange && <Chip icon="lock">{t('users.mustChange')}</Chip>}
          </>
        }
      />
      {user.factorResetAskedAt && (
        <Notice icon="lock" title={t('users.resetAsked')}>{t('users.resetAskedHelp', { name: askedBy, date: localDay(user.factorResetAskedAt) })}</Notice>
      )}
      {firstPassword && (
        <Notice icon="lock" title={t('users.firstPassword')}>
          <code className="text-lg select-all">{firstPassword}</code>
          <p>{t('users.firstPasswordHelp')}{user.firstPasswordEndsAt && t('users.firstPasswordUntil', { date: localDay(user.firstPasswordEndsAt) })}</p>
        </Notice>
      )}
      <Columns
        main={
          <>
            <Panel>
              <DescriptionList facts={facts} empty={common('form.noValue')} />
            </Panel>
            <Section title={t('users.grants')} note={t('users.grantsNote')}>
              <Table
                caption={t('users.grants')}
                rows={user.grants}
                rowKey={(grant) => grant.id}
                empty={<p className="text-muted">{t('users.noRole')}</p>}
                columns={[
                  { key: 'role', head: t('facts.roles'), cell: (grant) => roleName(grant.role) },
                  { key: 'from', head: t('users.from'), cell: (grant) => localDate(grant.fromOn), nowrap: true },
                  { key: 'to', head: t('users.to'), cell: (grant) => (grant.toOn ? localDate(grant.toOn) : t('users.openEnd')), nowrap: true },
                ]}
              />
            </Section>
          </>
        }
        aside={
          <StepPanel
            procedure="user"
            heading="possible"
            steps={steps}
            subject={user}
            options={options}
            defaults={{ change: { name: user.name, post: user.post, phone: user.phone ?? '' }, grantRole: { fromOn: today() } }}
          />
        }
      />
    </Page>
  )
}
