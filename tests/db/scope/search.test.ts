import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

await testDatabase('fixture')
const { db } = await import('@/lib/platform/db')
const { holdClock } = await import('@/lib/platform/clock')
const { newId } = await import('@/lib/platform/id')
const { searchWords } = await import('@/lib/platform/search')
const { innerToken, scopeOf, unitToken } = await import('@/lib/platform/scope')
const { searchRecords } = await import('@/lib/search/data')
const { person } = await import('@/prisma/seed/play/act')
const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')

afterAll(() => db.$disconnect())

const [office, water] = [unitIdOf('liyuan.procuratorate'), unitIdOf('liyuan.water')]
const at = new Date('2026-05-11T04:00:00Z')
const common = { regionCode: '990101', createdAt: at, updatedAt: at }
const shared = [unitToken(office), unitToken(water)]

/** One of each, seen by the office and the water bureau. */
async function plant(word: string, audience: string[]): Promise<Record<string, string>> {
  const ids = { letter: newId(), actionItem: newId(), meeting: newId(), undertaking: newId(), caseFamily: newId(), powerItem: newId() }
  await db.letter.create({
    data: { id: ids.letter, ...common, kind: 'adviceRequest', title: `关于${word}的函`, senderId: office, receiverId: water, content: '', details: {}, authorId: userIdOf('liyuan.prosecutor'), status: 'drafted', audience },
  })
  await db.actionItem.create({
    data: { id: ids.actionItem, ...common, title: `清查${word}`, ownerId: water, giverId: office, sourceType: 'other', givenOn: at, dueOn: at, givenById: userIdOf('liyuan.prosecutor'), status: 'open', audience },
  })
  await db.jointMeeting.create({ data: { id: ids.meeting, ...common, kind: 'regular', title: `${word}联席会议`, deskId: office, agenda: [], resolutions: [], status: 'planned', audience } })
  await db.undertaking.create({ data: { id: ids.undertaking, ...common, kind: 'dispute', title: `${word}争议`, ownerId: office, content: '', details: {}, authorId: userIdOf('liyuan.prosecutor'), status: 'running', audience } })
  await db.caseFamily.create({
    data: { id: ids.caseFamily, ...common, procuratorateId: office, title: `${word}类案`, domain: 'environment', cause: '', demand: '', leadId: userIdOf('liyuan.prosecutor'), formedById: userIdOf('liyuan.prosecutor'), formedOn: at, status: 'open', audience },
  })
  await db.powerItem.create({
    data: { id: ids.powerItem, ...common, domain: 'environment', matter: `${word}监管`, unitId: water, role: 'lead', powers: ['inspection'], duty: '负责采砂船只停放的监督管理。', basis: ['x'], fromOn: at, registeredByUnitId: water, status: 'registered', audience },
  })
  return ids
}

const foundBy = async (login: string, words: string) => (await searchRecords(scopeOf(await person(login)), words)).map(({ type }) => type).sort()
const everyKind = ['actionItem', 'caseFamily', 'letter', 'meeting', 'powerItem', 'undertaking']

test('letters, tasks, meetings, undertakings, families of cases and entries of the power list are found by two characters of their title and by number, within scope', async () => {
  const ids = await plant('砂石码头', shared)
  for (const login of ['liyuan.prosecutor', 'liyuan.water.liaison']) expect(await foundBy(login, '码头'), login).toEqual(everyKind)
  for (const login of ['liyuan.urban.liaison', 'liyuan.court', 'jinli.prosecutor', 'liyuan.admin']) expect(await foundBy(login, '码头'), login).toEqual([])
  // What the receiver prepares inside is no business of the sender's.
  const stateFor = async (login: string) => (await searchRecords(scopeOf(await person(login)), '码头')).find(({ type }) => type === 'letter')!.status
  expect([await stateFor('liyuan.prosecutor'), await stateFor('liyuan.water.liaison')]).toEqual(['received', 'drafted'])

  // Whatever changes name, number or readers, by whatever step: the index goes along.
  await db.letter.update({ where: { id: ids.letter! }, data: { number: '澧源检函〔2026〕77号', title: '关于渡口的函' } })
  expect(await foundBy('liyuan.prosecutor', '澧源检函〔2026〕77号')).toEqual(['letter'])
  expect(await foundBy('liyuan.prosecutor', '渡口')).toEqual(['letter'])
  expect(await foundBy('liyuan.water.liaison', '采砂船只')).toEqual(['powerItem'])
  expect(await foundBy('liyuan.urban.liaison', '采砂船只')).toEqual([])
  await db.caseFamily.update({ where: { id: ids.caseFamily! }, data: { title: '沿岸堆场类案' } })
  expect(await foundBy('liyuan.prosecutor', '堆场')).toEqual(['caseFamily'])
  // A version that is over, and one taken back before its day, are found no more.
  await db.powerItem.update({ where: { id: ids.powerItem! }, data: { status: 'revised', toOn: new Date('2026-05-31') } })
  holdClock(new Date('2026-05-31T04:00:00Z'))
  expect((await searchRecords(scopeOf(await person('liyuan.water.liaison')), '采砂')).map(({ status }) => status)).toEqual(['registered'])
  holdClock(new Date('2026-06-01T04:00:00Z'))
  expect(await foundBy('liyuan.water.liaison', '采砂')).toEqual([])
  await db.powerItem.update({ where: { id: ids.powerItem! }, data: { status: 'takenBack', fromOn: new Date('2026-07-01'), toOn: new Date('2026-06-30') } })
  expect(await foundBy('liyuan.water.liaison', '采砂')).toEqual([])
  await db.undertaking.update({ where: { id: ids.undertaking! }, data: { audience: [innerToken(water)] } })
  expect(await foundBy('liyuan.prosecutor', '码头')).toEqual(['actionItem', 'meeting'])
  expect(await foundBy('liyuan.water.liaison', '码头')).toEqual(['actionItem', 'meeting', 'undertaking'])
})

test('the table splits words as the program does', async () => {
  const texts = [
    '渔沟河左岸 建筑垃圾', '澧源检行公建〔2026〕12号', 'GB18030-2022 与Ａ４纸，第3条', '一', '々〇㐀𠀀字', '', 'a一b二三', '⼀⾦ ﬁ x', '《办法》（试行）2026年5月1日', '水、土、气', '豈更車', 'Ünïted Ĳssel ①号',
  ]
  for (const text of texts) {
    const [row] = await db.$queryRaw<{ words: string[] }[]>`SELECT search_words(${text}) AS words`
    expect(row!.words.sort(), text).toEqual(searchWords(text).sort())
  }
})
