/** A small generator of numbers that gives the same row for the same seed, whatever was made before. */
export function randomOf(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What is searched for: in 3 % of the clues, in 0.1 %, in none. Their characters occur nowhere else. */
export const words = { common: '黑臭水体', rare: '危废倾倒', absent: '核燃料棒' } as const
const commonEvery = 33
const rareEvery = 1000

const characters = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如',
  ...'路河桥村镇街区院厂矿山林田湖库堤岸坝渠井管网站场所店楼房屋墙门窗灯线箱柜车船机器油气煤灰尘烟雾声光热冷风雨雪冰沙石土泥木竹草花果树苗叶根茎种鱼虾鸟兽虫',
  ...'未依履职责整改期限监督检察建议公益诉讼污染排放超标许可审批处罚案件证据材料现场照片负责单位群众反映投诉举报核实调查情况严重影响周边居民生活环境安全隐患',
].filter((sign) => !Object.values(words).join('').includes(sign))

const vocabulary = (() => {
  const next = randomOf(20261122)
  return Array.from({ length: 6000 }, () => {
    const length = next() < 0.7 ? 2 : next() < 0.6 ? 3 : 4
    return Array.from({ length }, () => characters[Math.floor(next() * characters.length)]).join('')
  })
})()

/** Few words are frequent and many are rare, as in any language. */
const word = (next: () => number) => vocabulary[Math.floor(vocabulary.length * next() ** 2.2)]!

function textOf(next: () => number, length: number, with_?: string): string {
  let text = with_ ?? ''
  while (text.length < length) text += word(next)
  return text.slice(0, length)
}

export type Story = { readonly title: string; readonly place: string; readonly facts: string; readonly harm: string }

/** A title of 20 characters and facts of 100 to 250. */
export function storyOf(index: number): Story {
  const next = randomOf(index + 1)
  const marks = [...(index % commonEvery === 7 ? [words.common] : []), ...(index % rareEvery === 11 ? [words.rare] : [])]
  return {
    title: textOf(next, 20), place: textOf(next, 12), harm: textOf(next, 40),
    facts: `${textOf(next, 60)}${marks.join('')}${textOf(next, 40 + Math.floor(next() * 150))}`,
  }
}

export const phrase = (seed: number, length: number): string => textOf(randomOf(seed), length)
