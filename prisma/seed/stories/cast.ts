import { addDays } from '@/lib/engine/deadlines/local-date'
import type { Story } from '@/prisma/seed/play/moments'
import { appointmentsOf, questionsOf } from './appointments'
import { bulletins } from './bulletins'
import { familiesOf } from './case-families'
import { cataloguesOf } from './catalogues'
import { exchangeOf } from './exchange'
import { liyuan } from './cast-liyuan'
import { menling } from './cast-menling'
import { jinli, lanan, pingyun } from './cast-others'
import { day } from './matter'
import { jinliMinors, lananMinors, liyuanMinors, menlingMinors, pingyunMinors, type Minor } from './minor'
import { lettersOf } from './cooperation'
import { liaisons } from './liaisons'
import { interpretation, opinion } from './opinions'
import { minor } from './plot-minor'
import { meetingsOf } from './meetings'
import { outcomesOf } from './outcomes'
import { powerListsOf } from './powers'
import { inbox, watched } from './superior'
import { rosterOf } from './roster'
import { undertakingsOf } from './undertakings'
import { workPlan } from './work-plans'

const first = '2024-11-25'
const span = 655

/** Those without a day of their own are spread over the two years. */
const spread = (minors: readonly Minor[]): Story[] => {
  const free = minors.filter(({ found }) => !found)
  return minors.map((each) => minor(each, day(each.found ?? addDays(first, Math.round((free.indexOf(each) * span) / free.length)))))
}

const cast: Readonly<Record<string, () => Story[]>> = {
  liyuan: () => [...liyuan(), ...spread(liyuanMinors)],
  jinli: () => [...jinli(), ...spread(jinliMinors)],
  lanan: () => [...lanan(), ...spread(lananMinors), ...bulletins()],
  pingyun: () => [...pingyun(), ...spread(pingyunMinors)],
  menling: () => [...menling(), ...spread(menlingMinors)],
}

/** Places that transfer clues to each other stay together; no record is shared between the groups. */
export const groups: readonly (readonly string[])[] = [['liyuan', 'jinli'], ['menling', 'lanan', 'pingyun']]

/** All that happened in these places up to the end of the stories. */
export const storiesOf = (places: readonly string[]): Story[] => places.flatMap((place) => [...(cast[place]?.() ?? []), ...(undertakingsOf[place]?.() ?? []), ...(familiesOf[place]?.() ?? []), ...(rosterOf[place]?.() ?? []), ...appointmentsOf(place), ...(questionsOf[place]?.() ?? []), ...outcomesOf(place), ...cataloguesOf(place), ...powerListsOf(place), ...(exchangeOf[place]?.() ?? []), inbox(place, day(first)), watched(place), opinion(place), interpretation(place), workPlan(place), liaisons(place), ...meetingsOf(place), ...lettersOf(place)])
