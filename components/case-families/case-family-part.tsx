import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { CaseView } from '@/lib/cases/loaders'

type View = { readonly view: CaseView }

/** 类案 on the case: the family it stands in, or the cases it may belong with. */
export async function CaseFamilyPart({ view }: View) {
  const t = await getTranslations('caseFamilies')
  const states = await getTranslations('caseFamily.states')
  const results = await getTranslations('caseFamily.values.result')
  const { caseFile, unitId, families } = view
  const own = caseFile.procuratorateId === unitId
  const holding = families.filter(({ holds }) => holds)
  if (holding.length === 0 && !own) return null
  const free = holding.every(({ status }) => status === 'closed')
  return (
    <Section title={t('ofCase.title')}>
      {holding.length === 0 ? <p className="text-muted">{t('ofCase.none')}</p> : (
        <ul className="flex flex-col gap-2">
          {holding.map(({ id, title, status, result }) => (
            <li key={id} className="flex flex-wrap items-center gap-2">
              <span>{t('ofCase.in')}</span>
              <Link className="text-link" href={`/case-families/${id}`}>{title}</Link>
              <Chip>{result ? results(result as 'dropped') : states(status as 'open')}</Chip>
            </li>
          ))}
        </ul>
      )}
      {own && free && <Joining view={view} />}
    </Section>
  )
}

/** A hint for whoever handles it; whether they are alike, a person says. */
async function Joining({ view: { caseFile, families, like } }: View) {
  const t = await getTranslations('caseFamilies')
  const open = families.filter(({ holds, status }) => !holds && status !== 'closed')
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/case-families/new?case=${caseFile.id}`} icon="plus">{t('ofCase.form')}</LinkButton>
        {open.map(({ id, title }) => <LinkButton key={id} href={`/case-families/${id}?case=${caseFile.id}#step-caseFamily-addCases`} icon="plus">{t('ofCase.join', { title })}</LinkButton>)}
      </div>
      {like.length === 0 ? <p className="text-sm text-muted">{t('ofCase.noLike')}</p> : (
        <Disclosure summary={t('ofCase.likeTitle', { count: like.length })}>
          <p className="text-sm text-muted">{t('ofCase.likeNote')}</p>
          <Table
            caption={t('ofCase.likeTitle', { count: like.length })}
            rows={like}
            rowKey={({ id }) => id}
            href={({ id }) => `/cases/${id}`}
            columns={[
              { key: 'number', head: t('number'), cell: ({ number }) => number, nowrap: true },
              { key: 'case', head: t('case'), cell: ({ title }) => title },
              { key: 'agency', head: t('agency'), cell: ({ agency }) => agency, nowrap: true },
              { key: 'why', head: t('ofCase.why'), cell: ({ marks }) => <span className="inline-flex flex-wrap gap-1">{marks.map((mark) => <Chip key={mark}>{t(`ofCase.marks.${mark}`)}</Chip>)}</span> },
              {
                key: 'family', head: t('ofCase.family'), nowrap: true,
                cell: ({ familyId }) => (familyId ? <Link className="relative z-10 text-link" href={`/case-families/${familyId}`}>{t('ofCase.inFamily')}</Link> : t('none')),
              },
            ]}
          />
        </Disclosure>
      )}
    </>
  )
}
