import { createHash } from 'node:crypto'

// The one made-up list every person of the demo is named from.
const surnames = '温 柏 谷 桑 祁 晏 蓝 岑 邬 冉 荀 阮 臧 苗 窦 席 屈 项 莫 简 卓 闻 晁 麦 舒 迟 封 梅 乐 池 景 庄 柳 鲁 童 施 骆 安 丛 裘'.split(' ')
const given = [
  ...'清源 知远 秋实 立夏 若禾 怀瑾 思齐 明川 望舒 行舟 嘉木 允诚 听澜 致和 书田 云起 守拙 照野 青岩 如松'.split(' '),
  ...'南溪 景行 晓棠 子衿 念慈 亦恒 采薇 佩兰 竹君 静姝 长青 既明 观止 润泽 文蔚 慎独 若谷 映雪 星野 时雨'.split(' '),
  ...'远山 沐晨 若水 简之 未央 知秋 安澜 颂宜 维桢 正言 学而 初霁 含章 克勤 北辰 凌霄 见微 抱朴 信芳 归真'.split(' '),
]

const digest = (text: string) => createHash('sha1').update(text).digest()

/** An id that is the same in every run, because it is made from a name. */
export function idOf(name: string): string {
  const bytes = Buffer.from(digest(`gongyi:${name}`).subarray(0, 16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Gives each key a name nobody else in this run has; the same keys in the same order give the same names. */
export function nameGiver(): (key: string) => string {
  const taken = new Set<number>()
  const all = surnames.length * given.length
  return (key) => {
    let index = digest(`name:${key}`).readUInt32BE(0) % all
    while (taken.has(index)) index = (index + 1) % all
    taken.add(index)
    return surnames[Math.floor(index / given.length)]! + given[index % given.length]!
  }
}

/** No exchange gives out subscriber numbers that begin with 0, so none of these ever rings. */
export const phoneOf = (key: string): string => `0990-0${String(digest(`phone:${key}`).readUInt32BE(0) % 1_000_000).padStart(6, '0')}`
