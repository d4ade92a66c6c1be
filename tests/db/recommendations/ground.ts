import { atNoon, db, done, investigated, newId, procuratorate, userIdOf } from '../cases/ground'

export * from '../cases/ground'

let letters = 0

/** Texts of a letter that passes every check before review; each call has facts of its own. */
export function texts(more: Record<string, unknown> = {}) {
  letters += 1
  const mark = [...newId().replaceAll('-', '')].map((letter) => String.fromCodePoint(0x4e00 + letters * 97 + letter.codePointAt(0)! * 13)).join('')
  return {
    title: '督促澧源区水利局依法履行河道监管职责检察建议', sourceText: '本院收到法院移送线索后立案调查。', harmFacts: '渔沟河左岸堆放建筑垃圾约三百立方米，影响行洪。',
    duty: '《中华人民共和国防洪法》第八条规定，水行政主管部门负责防洪的组织、协调、监督。', dutyFindings: `接到反映后未查处。${mark}`, reasons: `未依法履行监督管理职责。${mark}`,
    evidence: ['现场勘验笔录', '执法卷宗'], legalBasis: '《中华人民共和国防洪法》第二十二条\n《中华人民共和国防洪法》第五十五条',
    demands: [
      { fault: `左岸垃圾未清运${mark}`, basis: '《中华人民共和国防洪法》第二十二条', measure: `依法查处并督促清运左岸垃圾${mark}`, proofWanted: '清运前后对比照片、执法文书' },
      { fault: `巡查制度未落实${mark}`, measure: `落实河道日常巡查${mark}`, proofWanted: '巡查记录' },
    ],
    contact: '温清源', contactPhone: '0000-0000000', ...more,
  }
}

/** A case in which a letter may be drawn up, as it stands on 2026-05-11. */
export async function readyCase(): Promise<string> {
  atNoon('2026-05-11')
  return investigated()
}

export const drafted = async (caseId: string, more: Record<string, unknown> = {}) =>
  done('liyuan.prosecutor', 'recommendation.draft', null, { caseId, ...texts(more) })

/** As far as the seal. */
export async function sealed(day: string, more: Record<string, unknown> = {}): Promise<{ id: string; caseId: string }> {
  const caseId = await readyCase()
  atNoon(day)
  const id = await drafted(caseId, more)
  await done('liyuan.prosecutor', 'recommendation.submit', id, {})
  await done('liyuan.head', 'recommendation.review', id, { opinion: '同意，报检察长决定。' })
  await done('liyuan.chief', 'recommendation.approve', id, { opinion: '同意制发。' })
  await done('liyuan.manager', 'recommendation.seal', id, { sealedOn: day })
  return { id, caseId }
}

export const serviceOf = (sentOn: string, more: Record<string, unknown> = {}) => ({
  method: 'direct', sentOn, address: '澧源区示例路1号', servers: ['温清源', '柏知远'], receivedBy: '谷秋实', receiverPost: '办公室副主任', ...more,
})

export const posted = (sentOn: string) => ({ method: 'post', sentOn, address: '澧源区示例路1号', servers: ['温清源', '柏知远'], mailNumber: 'XA000000000CN' })

export async function received(day: string, more: Record<string, unknown> = {}): Promise<{ id: string; caseId: string; demands: string[] }> {
  const { id, caseId } = await sealed(day, more)
  await done('liyuan.prosecutor', 'recommendation.serve', id, serviceOf(day))
  return { id, caseId, demands: await demandsOf(id) }
}

export const demandsOf = async (id: string) =>
  (await db.demand.findMany({ where: { recommendationId: id }, orderBy: { ordinal: 'asc' } })).map((demand) => demand.id)

export const letterOf = (id: string) => db.recommendation.findUniqueOrThrow({ where: { id } })

/** A photograph as the procuratorate, or somebody else, uploaded it. */
export async function photo(unitId = procuratorate(), uploadedById = userIdOf('liyuan.prosecutor')): Promise<string> {
  const id = newId()
  await db.storedFile.create({
    data: {
      id, regionCode: '990101', unitId, purpose: 'attachment', name: '现场照片.jpg', mime: 'image/jpeg', size: 10, sha256: 'b'.repeat(64),
      storageKey: id, audience: [`z:${unitId}`], uploadedById, uploadedAt: new Date(),
    },
  })
  return id
}

type Verdict = 'met' | 'partly' | 'notMet'

export const checkOf = async (checkedOn: string, verdictOf: Readonly<Record<string, Verdict>>, more: Record<string, unknown> = {}) => ({
  checkedOn, place: '渔沟河左岸', method: 'onSite', companion: '特邀检察官助理', harmState: '河道已恢复行洪。', conclusion: '逐项核查，情况如上。',
  items: await Promise.all(Object.entries(verdictOf).map(async ([demandId, verdict]) => ({
    demandId, verdict, findings: '现场查看并拍照，情况属实。', evidenceFileIds: [await photo()],
  }))),
  ...more,
})

export const replyOf = (demandIds: readonly string[], more: Record<string, unknown> = {}) => ({
  adoption: '检察建议全部采纳。', contact: '谷秋实',
  items: demandIds.map((demandId) => ({ demandId, claimed: 'done', summary: '已经办理完毕。' })), ...more,
})
