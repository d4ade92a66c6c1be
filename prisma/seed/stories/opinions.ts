import { openPromises } from '@/lib/charters/mutations/sweep'
import { samples } from '@/lib/charters/rules/samples'
import type { Sample } from '@/lib/charters/schema'
import { addDays, addMonths } from '@/lib/engine/deadlines/local-date'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { act, person } from '../play/act'
import { at, later, type Story, workday } from '../play/moments'
import { places } from '../places'
import { day as moved } from './matter'

/** Who drafts, and who signs for whom, by the kind of body. */
const loginOf: Readonly<Record<string, string>> = {
  government: 'government', procuratorate: 'chief', justiceBureau: 'bureau', ruleOfLawOffice: 'ruleOfLaw.bureau',
}
const draftsOf: Readonly<Record<string, string>> = { ...loginOf, procuratorate: 'policy' }
const headOf: Readonly<Record<string, string>> = { procuratorate: '检察长', justiceBureau: '局长', ruleOfLawOffice: '办公室主任' }

const mayorOf = (place: string) => (places.find(({ key }) => key === place)!.name.endsWith('市') ? '市长' : '区长')

/** A place's opinion: drafted from the sample text, signed in turn, in force; then its promises, most of them kept. */
export async function* opinion(place: string): Story {
  const sample = samples.find(({ key }) => key === place)!
  const [first] = sample.signers
  const drafter = `${place}.${draftsOf[first!.kind]!}`
  const start = workday(addDays(sample.issuedOn, -14))
  yield at(start)
  const id = await act(drafter, 'charter.draft', null, { title: sample.title, start: sample.key })
  await setSigners(id, drafter, sample)
  yield at(later(start, 5))
  await act(drafter, 'charter.startSigning', id)
  for (const [index, { kind }] of sample.signers.entries()) {
    yield at(later(start, 7 + index * 2), '15:00')
    await act(`${place}.${loginOf[kind]!}`, 'charter.sign', id, { signerName: headOf[kind] ?? mayorOf(place), signedOn: today() })
  }
  yield at(workday(sample.issuedOn), '16:00')
  await act(drafter, 'charter.publish', id, { number: sample.number, issuedOn: today(), effectiveOn: workday(later(sample.issuedOn, 15)) })
  yield* keeping(place, id, later(sample.issuedOn, 16))
}

async function setSigners(id: string, drafter: string, { regionCode, signers }: Sample): Promise<void> {
  const units = await db.unit.findMany({ where: { regionCode, kind: { in: signers.map(({ kind }) => kind) } }, select: { id: true, kind: true } })
  const [first, second, third, fourth] = signers.map(({ kind }) => units.find((unit) => unit.kind === kind)!.id)
  const interpreters = signers.every(({ interprets }) => interprets) ? 'all' : signers.at(-1)!.interprets ? 'lastTwo' : 'first'
  await act(drafter, 'charter.setSigners', id, { first, second: second ?? undefined, third: third ?? undefined, fourth: fourth ?? undefined, interpreters })
}

/** Once a month: what the calendar brings up, and what the units record by themselves. One in eleven is forgotten, as happens. */
async function* keeping(place: string, charterId: string, from: string): Story {
  const { regionCode } = await db.charter.findUniqueOrThrow({ where: { id: charterId }, select: { regionCode: true } })
  for (let month = 0; month < 27; month += 1) {
    const day = workday(addMonths(from, month))
    yield at(day, '17:00')
    await openPromises(day, regionCode)
    const owed = await db.fulfilment.findMany({ where: { charterId, status: 'owed' }, orderBy: { id: 'asc' }, include: { obligation: { select: { terms: true } } } })
    for (const [index, row] of owed.entries()) {
      const { keptBy } = row.obligation.terms as { keptBy?: string }
      const forgotten = Number.parseInt(row.id.slice(-6), 16) % 11 === 0
      const due = row.toOn === null || row.toOn.toISOString().slice(0, 10) <= addDays(day, 40)
      if (keptBy || forgotten || !due) continue
      const login = await workerOf(place, row.owedByUnitId)
      if (login) await act(login, 'fulfilment.keep', row.id, { keptOn: day, note: notes[index % notes.length]! })
    }
  }
}

const notes = [
  '已经按条款办理，结果报联席会议日常联络部门。', '已经书面报送，材料存档。', '会同区检察院完成，形成书面材料一份。', '已经完成，情况在工作简报中载明。',
] as const

const working = ['prosecutor', 'liaison', 'bureauOfficer', 'governmentOfficer', 'courtClerk'] as const

async function workerOf(place: string, unitId: string): Promise<string | null> {
  const user = await db.user.findFirst({ where: { unitId, active: true, login: { startsWith: `${place}.` }, grants: { some: { role: { in: [...working] } } } }, orderBy: { login: 'asc' } })
  return user && (await person(user.login)).roles.some((role) => (working as readonly string[]).includes(role)) ? user.login : null
}

type Asked = { readonly by: string; readonly article: string; readonly on: string; readonly title: string; readonly question: string; readonly answer: string; /** In turn; the first proposes. */ readonly answeredBy: readonly string[]; readonly after: number }

/** 解释请求: answered by all who interpret the text. */
const asked: Readonly<Record<string, Asked>> = {
  liyuan: { by: 'liyuan.water.liaison', article: '第十六条', on: '2025-03-03', title: '函件答复期限的起算', question: '协作函件约定的答复日期，自收函之日还是登记之日起算？', answer: '自收函单位签收之日的次日起算。', answeredBy: ['government', 'chief'], after: 3 },
  jinli: { by: 'jinli.environment.liaison', article: '第六条', on: '2026-10-12', title: '重大事件的范围', question: '跨县界的水质异常波动是否属于应当二十四小时内通报的重大事件？', answer: '可能影响下游饮用水取水的，属于应当通报的重大事件。', answeredBy: ['chief', 'bureau', 'ruleOfLaw.bureau'], after: 4 },
  lanan: { by: 'lanan.market.liaison', article: '第六条', on: '2025-06-09', title: '七日从哪天起算', question: '执法检查中发现的线索，自检查当日还是立案之日起算七日？', answer: '自检查人员记录发现之日起算。', answeredBy: ['chief', 'bureau'], after: 4 },
  pingyun: { by: 'pingyun.health.liaison', article: '第七条', on: '2025-07-14', title: '整改对象的销号凭证', question: '多个整改对象的销号，是否每一个都要附照片？', answer: '每一个整改对象均应附整改前后同一位置的照片或者检测报告。', answeredBy: ['chief'], after: 3 },
  menling: { by: 'menling.housing.liaison', article: '第九条', on: '2026-04-20', title: '邀请参与执法的范围', question: '日常巡查是否也可以函邀检察院参加？', answer: '涉及公共利益的专项检查、联合检查可以函邀，日常巡查一般不邀请。', answeredBy: ['chief', 'bureau'], after: 5 },
}

export async function* interpretation(place: string): Story {
  const { by, article, on, title, question, answer, answeredBy, after } = asked[place]!
  const begun = later(moved(on), 0)
  yield at(begun, '10:50')
  const { regionCode } = samples.find(({ key }) => key === place)!
  const charter = await db.charter.findFirstOrThrow({ where: { regionCode, status: 'published' }, select: { id: true, provisions: { where: { article }, select: { id: true } } } })
  const id = await act(by, 'charterQuestion.ask', null, { charterId: charter.id, provisionId: charter.provisions[0]!.id, title, question })
  for (const [index, login] of answeredBy.entries()) {
    yield at(later(begun, after + index), '15:40')
    if (index === 0) await act(`${place}.${login}`, 'charterQuestion.propose', id, { answer })
    else await act(`${place}.${login}`, 'charterQuestion.agree', id, { confirmed: true })
  }
}
