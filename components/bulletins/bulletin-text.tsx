import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import { readDetails } from '@/lib/platform/details'
import type { BulletinPageView } from '@/lib/bulletins/loaders'
import { kindOf } from '@/lib/bulletins/rules/kinds'
import { readCounts } from '@/lib/bulletins/rules/period'
import { Figures } from './figures'

type Bulletin = Pick<BulletinPageView['bulletin'], 'kind' | 'content' | 'details' | 'knownOn' | 'period' | 'figures' | 'figuresOn' | 'cases'>

/** What the bulletin says, to whoever may read it. */
export async function BulletinText({ bulletin }: { bulletin: Bulletin }) {
  const t = await getTranslations('bulletins')
  const kinds = await getTranslations('bulletinKinds')
  const given = readDetails(bulletin.details)
  const counts = readCounts(bulletin.figures)
  const shown = (key: string, input: string, value: string) => (input === 'choice' ? kinds(`${bulletin.kind}.fields.${key}.values.${value}` as never) : value)
  const details = kindOf(bulletin.kind).fields.flatMap(({ key, input }) => {
    const value = given[key]
    return value ? [{ term: kinds(`${bulletin.kind}.fields.${key}.label` as never), value: shown(key, input, value) }] : []
  })
  const facts = [...(bulletin.knownOn ? [{ term: t('knownOn'), value: localDate(bulletin.knownOn) }] : []), ...details]
  return (
    <>
      <Section title={t('content')}>
        <p className="max-w-3xl whitespace-pre-line">{bulletin.content}</p>
        {facts.length > 0 && <DescriptionList facts={facts} empty={t('none')} />}
      </Section>
      {counts && bulletin.period && <Figures counts={counts} period={bulletin.period} on={bulletin.figuresOn && localDate(bulletin.figuresOn)} />}
      {bulletin.cases.length > 0 && (
        <Section title={t('cases')} count={bulletin.cases.length}>
          <ul className="flex flex-col gap-1">
            {bulletin.cases.map(({ id, number, title }) => <li key={id}><a className="inline-block min-h-6 text-link" href={`/cases/${id}`}>{number} {title}</a></li>)}
          </ul>
        </Section>
      )}
    </>
  )
}
