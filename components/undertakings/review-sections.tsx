import { getTranslations } from 'next-intl/server'
import { listComma } from '@/components/ui/list-comma'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import type { UndertakingView } from '@/lib/undertakings/loaders'
import { levelOf, resultOf } from '@/lib/undertakings/rules/marks'

type View = { readonly view: UndertakingView }

/** The files drawn, how to draw them again, and what two readers made of each. */
export async function DrawnFiles({ view: { kind, targets, verdicts, row, faults } }: View) {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const comma = await listComma()
  if (kind.targets !== 'sample' || row.status === 'draft') return null
  const of = (id: string) => verdicts.filter(({ targetId }) => targetId === id)
  const result = (id: string) => {
    const found = resultOf(of(id).map(({ score }) => score))
    return found ? `${found.score} · ${t(found.passed ? 'passed' : 'failed')}` : t('waits')
  }
  const named = (keys: readonly string[]) => [...new Set(keys)].map((key) => kinds(`checks.${key}` as never)).join(comma)
  return (
    <>
      <Section title={t('filesDrawn')} count={targets.length} {...(row.drawSeed ? { note: t('drawNote', { total: row.drawnFrom.length, drawn: targets.length, seed: row.drawSeed }) } : {})}>
        <Table
          caption={t('filesDrawn')}
          rows={targets}
          rowKey={({ id }) => id}
          empty={<p className="text-muted">{t('notDrawn')}</p>}
          columns={[
            { key: 'name', head: t('target'), cell: ({ ordinal, name }) => `${ordinal}. ${name}` },
            { key: 'unit', head: t('targetUnit'), cell: ({ unitName }) => unitName ?? t('none') },
            { key: 'readers', head: t('readers'), cell: ({ id }) => of(id).map(({ unit, reviewer }) => `${unit} ${reviewer}`).join('、') || t('none') },
            { key: 'faults', head: t('fault'), cell: ({ id }) => named(of(id).flatMap((verdict) => verdict.faults)) || t('none') },
            { key: 'score', head: t('score'), cell: ({ id }) => result(id), nowrap: true },
          ]}
        />
      </Section>
      <Section title={t('repeated')} note={t('repeatedNote')}>
        <Table
          caption={t('repeated')}
          rows={faults}
          rowKey={({ unit, fault }) => `${unit} ${fault}`}
          empty={<p className="text-muted">{t('noRepeated')}</p>}
          columns={[
            { key: 'unit', head: t('unit'), cell: ({ unit }) => unit },
            { key: 'fault', head: t('fault'), cell: ({ fault }) => kinds(`checks.${fault}` as never) },
            { key: 'files', head: t('fileCount'), cell: ({ files }) => files, nowrap: true },
            { key: 'reviews', head: t('reviewCount'), cell: ({ reviews }) => reviews, nowrap: true },
          ]}
        />
      </Section>
    </>
  )
}

/** Each side's rating beside the other's, and what was agreed. */
export async function Ratings({ view: { kind, ratings, row } }: View) {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  if (!kind.rated || row.status === 'draft') return null
  const agreed = row.likelihood !== null && row.harm !== null
    ? `${t('level')}：${kinds(`levels.${levelOf(row.likelihood, row.harm)}` as never)}（${t('cell', { likelihood: row.likelihood, harm: row.harm })}）${row.measure ?? ''}` : t('notAgreed')
  return (
    <Section title={t('ratings')} count={ratings.length} note={t('levelNote')}>
      <p>{agreed}</p>
      <Table
        caption={t('ratings')}
        rows={ratings}
        rowKey={({ unitId }) => unitId}
        empty={<p className="text-muted">{t('noRatings')}</p>}
        columns={[
          { key: 'unit', head: t('unit'), cell: ({ unit }) => unit },
          { key: 'likelihood', head: t('likelihood'), cell: ({ likelihood }) => likelihood, nowrap: true },
          { key: 'harm', head: t('harm'), cell: ({ harm }) => harm, nowrap: true },
          { key: 'reason', head: t('reason'), cell: ({ reason }) => reason },
          { key: 'on', head: t('ratedOn'), cell: ({ ratedOn }) => localDate(ratedOn), nowrap: true },
        ]}
      />
    </Section>
  )
}
