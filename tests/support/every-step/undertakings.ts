import type { KindField, UndertakingKind } from '@/lib/undertakings/rules/kinds'
import { by, db, next, on } from './stage'

const { undertakingKinds } = await import('@/lib/undertakings/rules/kinds')
const { invitationOf } = await import('@/prisma/seed/play/undertaking')
const { unitIdOf } = await import('@/prisma/seed/fixture')
const { storeScan } = await import('@/prisma/seed/play/files')

const day = '2026-11-24'
const office = 'jinli.prosecutor'
const loginOf: Readonly<Record<string, string>> = { procuratorate: office, agency: 'jinli.water.liaison', township: 'jinli.jiangan.liaison', justiceBureau: 'jinli.bureau' }
const sample: Readonly<Record<KindField['input'], string>> = { text: '示例内容', long: '示例内容，写明情况。', date: day, number: '3', year: '2015', season: 'fire' }
const filled = (fields: readonly KindField[]) => Object.fromEntries(fields.map(({ key, input }) => [key, sample[input]]))
const scan = (login: string) => storeScan(login, '材料', ['材料'])

/** The owner, and who of the other side takes part: any kind from its entry of the facts alone. */
const castOf = ({ by: kinds, with: invited }: UndertakingKind) => {
  const owner = loginOf[kinds[0]!]!
  const part = owner === office ? 'jinli.water.liaison' : office
  return { owner, part, unit: owner === office ? 'jinli.water' : 'jinli.procuratorate', asks: invited.length > 0 }
}

let made = 0
async function begun(kind: UndertakingKind, asked = true): Promise<{ id: string; owner: string; part: string }> {
  made += 1
  const { owner, part, unit, asks } = castOf(kind)
  const plan = { title: `示例事项${made}`, content: '写明背景和分工。', details: { ...filled(kind.fields), ...(kind.once ? { [kind.once]: `事项${made}` } : {}) }, ...(kind.period ? { startsOn: day, endsOn: '2026-12-24' } : {}) }
  const id = await by(owner, 'undertaking.draft', null, { kind: kind.key, ...plan, inviteeIds: asks ? [unitIdOf(unit)] : [] })
  await by(owner, 'undertaking.publish', id)
  if (asked && asks && kind.standing.length === 0) await by(part, 'participation.join', await invitationOf(part, id), { contact: '示例' })
  return { id, owner, part: kind.with.length === 0 ? owner : part }
}

async function recorded(kind: UndertakingKind, { id, owner, part }: { id: string; owner: string; part: string }): Promise<void> {
  for (const [index, { key, fields, file }] of kind.entries.entries()) {
    const login = index === 0 ? part : owner
    await by(login, 'undertaking.record', id, { entry: key, happenedOn: day, text: '示例记录。', details: filled(fields), ...(file ? { fileIds: [await scan(login)] } : {}) })
  }
}

async function judged(kind: UndertakingKind, { id, owner, part }: { id: string; owner: string; part: string }): Promise<void> {
  if (kind.rated) {
    for (const login of [owner, part]) await by(login, 'undertaking.rate', id, { likelihood: '3', harm: '4', reason: '案件多发。' })
    await by(owner, 'undertaking.agree', id, { likelihood: '3', harm: '4', measure: '开展排查整治。' })
  }
  if (kind.targets === 'list') await by(owner, 'undertaking.addTargets', id, { targets: '对象一｜水利局\n对象二' })
  if (kind.targets === 'sample') await by(owner, 'undertaking.draw', id, { population: '卷一｜水利局\n卷二｜水利局\n卷三', count: '1', seed: '示例种子' })
  for (const { id: targetId } of await db.undertakingTarget.findMany({ where: { undertakingId: id } })) {
    if (kind.targets === 'list') await by(owner, 'undertaking.strikeOff', id, { targetId, struckOn: day, proof: '现场查看，已整改。' })
    else for (const login of [owner, part]) await by(login, 'undertaking.assess', id, { targetId, faults: ['service'], comment: '送达回证缺少日期。' })
  }
  if (kind.yearly) await by(owner, 'undertaking.review', id, { text: '已列入年度计划。' })
}

const endOf = async (kind: UndertakingKind, login: string) => ({ outcome: kind.end.outcomes[0]!.key, report: '工作结束，情况如上。', details: filled(kind.end.fields), ...(kind.end.file ? { fileIds: [await scan(login)] } : {}) })

const of = (holds: (kind: UndertakingKind) => boolean) => undertakingKinds.find(holds)!
/** One kind for each switch: together they take every step. */
const various = [
  of(({ targets, period }) => targets === 'list' && period), of(({ targets }) => targets === 'sample'), of(({ rated }) => rated), of(({ yearly }) => yearly), of(({ revisit }) => revisit),
  of(({ limit }) => limit?.rule === 'undertaking_lesson'),
]

/** Each of them through its whole life; then what happens beside the way. */
export async function undertakings(): Promise<void> {
  on(day)
  for (const kind of various) {
    const matter = await begun(kind)
    await recorded(kind, matter)
    await judged(kind, matter)
    await by(matter.owner, 'undertaking.close', matter.id, await endOf(kind, matter.owner))
    if (kind.revisit) await by(matter.owner, 'undertaking.revisit', matter.id, { revisitedOn: day, result: 'held', text: '回访，没有反弹。' })
  }
  await beside()
  await raised()
}

async function beside(): Promise<void> {
  const kind = of(({ period, targets }) => period && targets === 'list')
  const plan = { title: '示例方案', content: '写明背景和分工。', details: filled(kind.fields), startsOn: day, endsOn: '2026-12-24' }
  const dropped = await by(office, 'undertaking.draft', null, { kind: kind.key, ...plan })
  await by(office, 'undertaking.edit', dropped, { ...plan, title: '示例方案（修改）' })
  await by(office, 'undertaking.discard', dropped, { reason: '并入其他事项。' })
  const { id } = await begun(kind, false)
  const ask = async (unit: string) => {
    await by(office, 'undertaking.invite', id, { inviteeId: unitIdOf(unit) })
    return (await db.participation.findFirstOrThrow({ where: { undertakingId: id, unitId: unitIdOf(unit) } })).id
  }
  await by('jinli.housing.liaison', 'participation.decline', await ask('jinli.housing'), { reason: '不涉及本单位职责。' })
  const onPaper = await ask('jinli.maoxi')
  await by(office, 'participation.answerOnPaper', onPaper, { answer: 'joined', answeredOn: day, signerName: '示例', scanFileId: await next(() => scan(office)) })
  await by(office, 'undertaking.record', id, { entry: kind.entries[0]!.key, happenedOn: day, text: '发现问题，转有关单位。', details: filled(kind.entries[0]!.fields), taskTitle: '清理沿河堆放', taskOwnerId: unitIdOf('jinli.water') })
  await by(office, 'undertaking.withdraw', id, { reason: '与上级行动合并。' })
}

async function raised(): Promise<void> {
  const kind = of(({ raisesTo }) => raisesTo.length > 0)
  const matter = await begun(kind)
  await recorded(kind, matter)
  await by(matter.owner, 'undertaking.raise', matter.id, { reason: '需要区级统筹。' })
  await by('jinli.ruleOfLaw.bureau', 'undertaking.close', matter.id, await endOf(kind, 'jinli.ruleOfLaw.bureau'))
}
