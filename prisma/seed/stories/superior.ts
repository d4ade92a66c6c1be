import { today, type LocalDate } from '@/lib/platform/clock'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { askForMonth, closeSupervision, reportOn, superviseOldest, workOff } from '@/prisma/seed/play/superior'

/** How far a place's supervised case has come by the end: begun so many days before it. */
const supervised: Readonly<Record<string, { readonly before: number; readonly until: 'ordered' | 'reported' | 'closed' }>> = {
  liyuan: { before: 70, until: 'closed' }, jinli: { before: 16, until: 'reported' }, pingyun: { before: 9, until: 'ordered' },
}

/** Filings of the last weeks lie unread. */
const lying = 35

/** The superior's officer looks into the inbox about once a week, and what came last still lies there. */
export async function* inbox(place: string, from: LocalDate, end: LocalDate = today()): Story {
  for (let on = from; ; on = later(on, 8)) {
    yield at(on, '15:05')
    if (on < later(end, -lying)) await workOff(place)
    await askForMonth(place)
  }
}

export async function* watched(place: string, end: LocalDate = today()): Story {
  const plan = supervised[place]
  if (!plan) return
  yield at(later(end, -plan.before), '10:35')
  const id = await superviseOldest(place)
  if (!id || plan.until === 'ordered') return
  yield at(later(end, 6 - plan.before), '16:10')
  await reportOn(place, id)
  if (plan.until === 'reported') return
  yield at(later(end, 12 - plan.before), '09:45')
  await closeSupervision(id)
}
