import { addDays } from '@/lib/engine/deadlines/local-date'
import type { Story } from '@/prisma/seed/play/moments'
import { liyuan } from './cast-liyuan'
import { menling } from './cast-menling'
import { jinli, lanan, pingyun } from './cast-others'
import { day } from './matter'
import { jinliMinors, lananMinors, liyuanMinors, menlingMinors, pingyunMinors, type Minor } from './minor'
import { minor } from './plot-minor'

const first = '2024-11-25'
const span = 655

/** Those without a day of their own are spread over the two years. */
const spread = (minors: readonly Minor[]): Story[] => {
  const free = minors.filter(({ found }) => !found)
  return minors.map((each) => minor(each, day(each.found ?? addDays(first, Math.round((free.indexOf(each) * span) / free.length)))))
}

/** All that happened in the five places up to the end of the stories. */
export const allStories = (): Story[] => [
  ...liyuan(), ...menling(), ...lanan(), ...jinli(), ...pingyun(),
  ...[liyuanMinors, menlingMinors, lananMinors, jinliMinors, pingyunMinors].flatMap(spread),
]
