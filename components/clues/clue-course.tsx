import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { Steps, type StepMark } from '@/components/ui/steps'
import type { ClueView } from '@/lib/clues/loaders'

type Course = ClueView['course']

/** 线索去哪了: what became of it, to the end; the reply and the verified rectification are two things. */
export async function ClueCourse({ view: { course, units } }: { view: ClueView }) {
  const t = await getTranslations('clues')
  const common = await getTranslations('common')
  if (!course.receivedOn) return null
  return (
    <Section title={t('section.outcome')}>
      {course.follows && <p className="text-muted">{t('outcome.merged', { number: course.follows })}</p>}
      <Steps label={t('section.outcome')} done={common('steps.done')} steps={await marksOf(course)} />
      {course.outcome === 'declined' && <p>{t('outcome.declined')}</p>}
      {course.transferredTo && <p>{t('outcome.transferred', { name: course.transferredTo })}</p>}
      {course.cases.map((one, at) => (
        <CaseCourse key={at} one={one} name={one.agencyId ? units[one.agencyId] : undefined} />
      ))}
    </Section>
  )
}

async function marksOf(course: Course): Promise<StepMark[]> {
  const t = await getTranslations('clues.outcome')
  const states = await getTranslations('clue.states')
  const evaluated = course.outcome !== null
  const marks: StepMark[] = [
    { label: t('received'), state: 'done', note: course.receivedOn ?? undefined },
    {
      label: evaluated ? states(course.outcome!) : t('evaluated'), state: evaluated ? 'done' : 'current', note: course.outcomeOn ?? undefined,
    },
  ]
  if (course.outcome !== 'opened') return marks
  const all = (day: (one: Course['cases'][number]) => string | null) => course.cases.length > 0 && course.cases.every((one) => day(one) !== null)
  const stages = [
    ['letter', all(({ letterOn }) => letterOn)], ['reply', all(({ repliedOn }) => repliedOn)],
    ['rectified', all(({ rectifiedOn }) => rectifiedOn)], ['concluded', all(({ concludedOn }) => concludedOn)],
  ] as const
  const current = stages.findIndex(([, done]) => !done)
  return [...marks, ...stages.map(([key, done], at): StepMark => ({ label: t(key), state: done ? 'done' : at === current ? 'current' : 'ahead' }))]
}

async function CaseCourse({ one, name }: { one: Course['cases'][number]; name: string | undefined }) {
  const t = await getTranslations('clues.outcome')
  const waiting = t('waiting')
  return (
    <div className="border-l-2 border-line pl-4">
      <h3 className="font-medium">{name ?? t('agency')}</h3>
      <DescriptionList
        empty={waiting}
        columns={2}
        facts={[
          { term: t('opened'), value: one.openedOn },
          { term: t('letter'), value: one.letterOn },
          { term: t('reply'), value: one.repliedOn },
          { term: t('rectified'), value: one.rectifiedOn && <Chip tone="green">{t('verified')} {one.rectifiedOn}</Chip> },
          { term: t('concluded'), value: one.concludedOn },
        ]}
      />
    </div>
  )
}
