import { getTranslations } from 'next-intl/server'
import type { Arrangement, DayCell, MonthView, YearView } from '@/lib/settings/rules/year-view'

const weekdays = [1, 2, 3, 4, 5, 6, 0] as const

// Neither red nor green: a holiday is neither overdue nor rectified. Grey is rest, a frame is a change of the usual week.
const marks: Record<DayCell['kind'], string> = {
  workday: 'border-transparent',
  weekend: 'border-transparent bg-sunken text-muted',
  statutoryFestival: 'border-transparent bg-sunken font-semibold',
  shiftedRest: 'border-line-strong bg-sunken',
  shiftedWork: 'border-accent font-semibold text-accent',
}
const cellClass = (kind: DayCell['kind'], provisional: boolean) =>
  `flex min-h-9 flex-col items-center justify-center rounded-sm border text-sm leading-4 tabular-nums ${marks[kind]} ${provisional ? 'italic' : ''}`

/** Twelve months with days of rest and make-up working days, and the arrangement in words. */
export async function YearCalendar({ view }: { view: YearView }) {
  const t = await getTranslations('settings.calendar')
  return (
    <div className="flex flex-col gap-6">
      <Legend provisional={view.provisional !== 'none'} />
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
        {view.months.map((month) => <Month key={month.month} month={month} />)}
      </div>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg font-semibold">
          {t('arrangements')}
          <span className="ml-2 text-base font-normal text-muted">{t('workingDays', { count: view.workingDays })}</span>
        </h2>
        {view.arrangements.length === 0 ? <p className="text-muted">{t('noArrangements')}</p> : <Arrangements arrangements={view.arrangements} />}
      </section>
    </div>
  )
}

async function Legend({ provisional }: { provisional: boolean }) {
  const t = await getTranslations('settings.calendar')
  const entries = [
    { kind: 'statutoryFestival', words: t('legendRest') }, { kind: 'shiftedRest', words: t('legendShifted'), mark: t('rest') },
    { kind: 'shiftedWork', words: t('legendWork'), mark: t('work') },
  ] as const
  return (
    <ul aria-label={t('legend')} className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
      {entries.map((entry) => (
        <li key={entry.kind} className="flex items-center gap-2">
          <span aria-hidden className={`${cellClass(entry.kind, false)} w-9`}>{'mark' in entry ? entry.mark : '1'}</span>
          {entry.words}
        </li>
      ))}
      {provisional && <li className="text-muted italic">1 {t('legendProvisional')}</li>}
    </ul>
  )
}

async function Month({ month: { month, weeks } }: { month: MonthView }) {
  const t = await getTranslations('settings.calendar')
  const kinds = await getTranslations('deadlines.kinds')
  const words = ({ date, kind, name, provisional }: DayCell) => {
    const told = name === null ? t('day', { date, kind: kinds(kind) }) : t('dayNamed', { date, kind: kinds(kind), name })
    return provisional ? t('dayProvisional', { words: told }) : told
  }
  return (
    <table className="w-full table-fixed self-start">
      <caption className="pb-1 text-left font-medium">{t('month', { month })}</caption>
      <thead>
        <tr>{weekdays.map((day) => <th key={day} scope="col" className="text-xs font-normal text-muted">{t(`weekday.${day}`)}</th>)}</tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((cell, day) => (
              <td key={day} className="p-px">
                {cell && (
                  <span title={words(cell)} className={cellClass(cell.kind, cell.provisional)}>
                    <span aria-hidden>{Number(cell.date.slice(8))}</span>
                    {(cell.kind === 'shiftedRest' || cell.kind === 'statutoryFestival') && <span aria-hidden className="text-xs">{t('rest')}</span>}
                    {cell.kind === 'shiftedWork' && <span aria-hidden className="text-xs">{t('work')}</span>}
                    <span className="sr-only">{words(cell)}</span>
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function Arrangements({ arrangements }: { arrangements: readonly Arrangement[] }) {
  const t = await getTranslations('settings.calendar')
  const words = ({ name, from, to, days, rest }: Arrangement) =>
    rest ? (days === 1 ? t('arrangementRestOne', { name, from }) : t('arrangementRest', { name, from, to, days })) : t('arrangementWork', { from })
  return (
    <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
      {arrangements.map((run) => <li key={run.from}>{words(run)}</li>)}
    </ul>
  )
}
