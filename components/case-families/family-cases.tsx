import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { replySaid } from '@/components/recommendations/reply-said'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { FamilyView } from '@/lib/case-families/loaders'
import { localDate } from '@/lib/platform/clock'

type View = { readonly view: FamilyView }
type Member = FamilyView['members'][number]

/** Level one: each case with its letter's reply and its verified rectification apart. */
export async function FamilyCases({ view }: View) {
  const t = await getTranslations('caseFamilies')
  const states = await getTranslations('case.states')
  const { members, removed, cases, verified, unseen, inner } = view
  return (
    <Section id="cases" title={t('casesTitle')} count={cases} note={inner ? t('casesNote', { cases, verified }) : undefined}>
      <Table<Member>
        caption={t('casesTitle')}
        rows={members}
        rowKey={({ caseId }) => caseId}
        href={({ caseId }) => `/cases/${caseId}`}
        empty={<p className="text-muted">{t('noneSeen')}</p>}
        columns={[
          { key: 'case', head: t('case'), cell: ({ number, title }) => <>{title} <span className="block text-sm text-muted">{number}</span></> },
          { key: 'agency', head: t('agency'), cell: ({ agency }) => agency },
          { key: 'stage', head: t('stage'), cell: ({ stage }) => <Chip>{states(stage as never)}</Chip>, nowrap: true },
          { key: 'reply', head: t('reply'), cell: (member) => <Reply member={member} />, nowrap: true },
          { key: 'rectified', head: t('rectification'), cell: (member) => <Rectification member={member} />, nowrap: true },
        ]}
      />
      {unseen > 0 && <p className="text-sm text-muted">{t('unseen', { count: unseen })}</p>}
      {removed.length > 0 && (
        <details>
          <summary className="flex min-h-8 cursor-pointer items-center font-medium">{t('removed')} {removed.length}</summary>
          <Table<Member>
            caption={t('removed')}
            rows={removed}
            rowKey={({ caseId, removedOn }) => `${caseId} ${removedOn!.toISOString()}`}
            href={({ caseId }) => `/cases/${caseId}`}
            columns={[
              { key: 'number', head: t('number'), cell: ({ number }) => number, nowrap: true },
              { key: 'case', head: t('case'), cell: ({ title }) => title },
              { key: 'on', head: t('removedOn'), cell: ({ removedOn }) => localDate(removedOn!), nowrap: true },
              { key: 'reason', head: t('reason'), cell: ({ removeReason }) => removeReason },
            ]}
          />
        </details>
      )}
    </Section>
  )
}

async function Reply({ member: { letterId, receivedOn, repliedOn } }: { member: Member }) {
  const t = await getTranslations('caseFamilies')
  if (letterId === null) return <span className="text-muted">{t('noLetter')}</span>
  const said = repliedOn ? t('repliedOn', { on: localDate(repliedOn) }) : t(replySaid({ receivedOn, repliedOn }))
  return <Link className="relative z-10 text-link" href={`/recommendations/${letterId}`}>{said}</Link>
}

async function Rectification({ member: { letterId, receivedOn, verified, rectifiedOn } }: { member: Member }) {
  const t = await getTranslations('caseFamilies')
  if (verified && rectifiedOn) return <Chip tone="green">{t('rectifiedOn', { on: localDate(rectifiedOn) })}</Chip>
  return <span className="text-muted">{t(rectifiedOn ? 'relapsed' : letterId && !receivedOn ? 'notServed' : 'notVerified')}</span>
}
