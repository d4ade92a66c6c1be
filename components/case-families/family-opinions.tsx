import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/procedure/due'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { familyKind } from '@/lib/bulletins/rules/kinds'
import type { FamilyView } from '@/lib/case-families/loaders'
import { localDate } from '@/lib/platform/clock'

type View = { readonly view: FamilyView }

/** Level two: cause and demand in their versions, the opinion, and what each body answered. */
export async function FamilyOpinions({ view }: View) {
  const t = await getTranslations('caseFamilies')
  const kinds = await getTranslations('bulletinKinds')
  const { row, inner, answers, answered, editions, people } = view
  const [, ...earlier] = editions
  return (
    <Section id="family" title={t('familyTitle')} {...(inner && answers.length > 0 ? { note: t('answersNote', answered) } : {})}>
      <DescriptionList facts={[{ term: t('cause'), value: row.cause }, { term: t('demand'), value: row.demand }]} empty={t('none')} />
      {earlier.length > 0 && (
        <details>
          <summary className="flex min-h-8 cursor-pointer items-center font-medium">{t('editions')} {editions.length}</summary>
          <div className="flex flex-col gap-4 pt-2">
            {editions.map(({ edition, cause, demand, reason, writtenById, writtenOn }) => (
              <div key={edition} className="border-t border-line pt-3">
                <p className="mb-2 font-medium">{t('edition', { edition })} <span className="text-sm font-normal text-muted">{t('writtenBy', { name: people[writtenById] ?? '', on: localDate(writtenOn) })}</span></p>
                <DescriptionList facts={[{ term: t('cause'), value: cause }, { term: t('demand'), value: demand }, ...(reason ? [{ term: t('reason'), value: reason }] : [])]} empty={t('none')} />
              </div>
            ))}
          </div>
        </details>
      )}
      <Table
        caption={t('answers')}
        rows={answers}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t('noOpinions')}</p>}
        columns={[
          { key: 'opinion', head: t('opinion'), cell: ({ bulletinId }) => <OpinionLink view={view} id={bulletinId} /> },
          { key: 'unit', head: t('unit'), cell: ({ unit }) => unit },
          {
            key: 'answer', head: t('answer'),
            cell: ({ outcome, answer }) => (outcome ? <>{kinds(`${familyKind.key}.outcomes.${outcome}` as never)} <span className="text-sm text-muted">{answer}</span></> : t('silent')),
          },
          { key: 'on', head: t('answeredOn'), cell: ({ answeredOn }) => (answeredOn ? localDate(answeredOn) : t('none')), nowrap: true },
          { key: 'due', head: t('due'), cell: ({ clock }) => (clock ? <Due clock={clock} /> : t('none')), nowrap: true },
        ]}
      />
    </Section>
  )
}

async function OpinionLink({ view: { opinions }, id }: View & { readonly id: string }) {
  const t = await getTranslations('caseFamilies')
  const found = opinions.find((each) => each.id === id)
  return found ? <Link className="text-link" href={`/bulletins/${id}`}>{found.number ?? found.title}</Link> : t('none')
}
