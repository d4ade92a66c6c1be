import { db } from '@/lib/platform/db'
import { unitIdOf } from '@/prisma/seed/fixture'
import { issue, prepare, read } from '@/prisma/seed/play/bulletin'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { day } from './matter'

/** The one body of each place that has not opened it to this day; two more have nobody named yet. */
const silent: Readonly<Record<string, string>> = { liyuan: 'yunling', jinli: 'baitan', lanan: 'taoling', pingyun: 'parks', menling: 'statistics' }
const unnamed = ['labour', 'veterans']
const answering = ['liaison', 'court', 'bureau', 'government'] as const

/** 工作安排 of this autumn, for every body of the place: most read it in the same week. */
export async function* workPlan(place: string): Story {
  const on = later(day('2026-09-21'), 0)
  yield at(on, '09:10')
  const author = `${place}.prosecutor`
  const { regionCode } = await db.user.findUniqueOrThrow({ where: { login: author }, select: { regionCode: true } })
  const units = await db.unit.findMany({
    where: { regionCode, active: true, kind: { in: ['court', 'agency', 'publicSecurity', 'justiceBureau', 'ruleOfLawOffice', 'government', 'finance', 'township'] } }, orderBy: { name: 'asc' }, select: { id: true },
  })
  const id = await prepare(author, `${place}.chief`, {
    kind: 'workPlan', title: '四季度协作工作安排', readerUnitIds: units.map((unit) => unit.id),
    content: '请各单位梳理本单位年内到期的整改事项和议定任务，按期报告办理结果；联络员有变动的，及时更新。年度工作总结所需材料，十二月底前报送。',
    lines: [{ title: '汇总涉水领域年内到期的整改事项', ownerId: unitIdOf(`${place}.water`), dueOn: later(on, 98) }],
  })
  await issue(author, id)
  const readers: string[] = []
  for (const unit of units) {
    const people = await db.user.findMany({ where: { unitId: unit.id, active: true, OR: answering.map((ending) => ({ login: { endsWith: `.${ending}` } })) }, orderBy: { login: 'asc' }, select: { login: true } })
    const [reader] = people
    if (reader && ![...unnamed, silent[place]].some((key) => reader.login === `${place}.${key}.liaison`)) readers.push(reader.login)
  }
  for (const [index, days] of [1, 2, 4].entries()) {
    yield at(later(on, days), '10:40')
    for (const login of readers.filter((_, at) => at % 3 === index)) await read(login, id)
  }
}
