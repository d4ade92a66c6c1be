import type { Matter } from './matter'

/** What the words of a story say of its harm; a prosecutor would tick the same. */
const told: readonly (readonly [sign: string, words: RegExp])[] = [
  ['life', /生命|窒息|坍塌|燃烧|爆炸|燃爆|火灾|起火|砸中|坠落|健康/],
  ['irreversible', /不可逆|灭失|耕作层被破坏|山体植被损毁/],
  ['continuing', /正在扩大|持续|长期|泄露状态|升高/],
  ['dailyNeeds', /饮用水|用药|食用|用餐|农田|灌溉/],
  ['vulnerable', /未成年|学生|老年人|视力障碍|师生/],
  ['manyPeople', /群死群伤|数万|千人|居民|公共卫生/],
  ['publicProperty', /国有|税费|基金/],
  ['publicConcern', /反映强烈/],
]

export const harmSignsIn = ({ harm, facts }: Pick<Matter, 'harm' | 'facts'>): string[] =>
  told.filter(([sign, words]) => words.test(sign === 'life' || sign === 'irreversible' ? harm : harm + facts)).map(([sign]) => sign)
