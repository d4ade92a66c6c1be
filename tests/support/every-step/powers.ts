import { by, db, on } from './stage'

const { storeScan } = await import('@/prisma/seed/play/files')
const { today } = await import('@/lib/platform/clock')
const { unitIdOf } = await import('@/prisma/seed/fixture')

const [owner, office, law] = ['liyuan.water.liaison', 'liyuan.prosecutor', 'liyuan.bureau']
const entry = {
  matter: '水利工程质量监督', role: 'lead', powers: ['inspection', 'penalty'], duty: '水行政主管部门负责水利工程建设质量的监督管理。', basis: '《建设工程质量管理条例》第四十三条', fromOn: '2026-01-01',
}

/** The power list through all its turns: versions, doubts settled each way, also on paper. */
export async function powers(): Promise<void> {
  on('2026-04-20')
  const register = (login: string, matter: string, more = {}) => by(login, 'powerItem.register', null, { ...entry, domain: 'workSafety', matter, ...more })
  const doubt = (id: string) => by(office, 'powerItem.doubt', id, { reason: '与住房城乡建设部门的职责界限不清。' })
  const first = await register(owner, '水利工程质量监督')
  await by(law, 'powerItem.revise', first, { ...entry, role: 'support', fromOn: '2026-04-20', reason: '清单调整。' })
  const second = await db.powerItem.findFirstOrThrow({ where: { predecessorId: first } })
  await by(law, 'powerItem.end', second.id, { ground: 'listAdjusted', lastOn: '2027-12-31', reason: '事项并入其他清单。' })
  await by(owner, 'powerItem.takeBack', second.id, { reason: '清单不再调整。' })
  await by(law, 'powerItem.revise', second.id, { ...entry, role: 'lead', fromOn: '2028-01-01', reason: '清单调整。' })
  await by(law, 'powerItem.takeBack', second.id, { reason: '清单不再调整。' })
  const settled = async (matter: string, more: Record<string, unknown>) => {
    const id = await register(law, matter, { unitId: unitIdOf('liyuan.water') })
    await doubt(id)
    await by(law, 'powerItem.settle', id, { reason: '经核对公布的清单。', ...more })
    return id
  }
  const standing = await settled('病险水库安全管理', { result: 'stands' })
  await settled('农村供水安全管理', { result: 'revised', fromOn: '2026-05-06', role: 'support' })
  const ending = await settled('小水电站安全管理', { result: 'ended', ground: 'transferred', lastOn: '2027-12-31' })
  await by(law, 'powerItem.takeBack', ending, { reason: '划转尚未批准。' })
  const onPaper = async (id: string, more: Record<string, unknown>) => {
    await doubt(id)
    return by(office, 'powerItem.settleOnPaper', id, { reason: '书面明确。', settledOn: today(), signerName: '谷秋实', scanFileId: await storeScan(office, '书面意见', ['书面意见']), ...more })
  }
  await db.roleGrant.updateMany({ where: { unitId: unitIdOf('liyuan.justice') }, data: { toOn: new Date('2026-04-19') } })
  await onPaper(standing, { result: 'stands' })
  await onPaper(standing, { result: 'revised', fromOn: '2026-05-06', role: 'support' })
  await onPaper(await register(owner, '河道采砂安全管理'), { result: 'ended', ground: 'lawChanged', lastOn: '2026-04-30' })
  await db.roleGrant.updateMany({ where: { unitId: unitIdOf('liyuan.justice') }, data: { toOn: null } })
  const head = '责任单位,办案领域,事项名称,分工,职权类型,法定职责,法律依据,起始日期'
  const line = (matter: string) => `${head}\n澧源区水利局,安全生产,${matter},配合,行政检查,水行政主管部门负责水库大坝安全的监督管理。,《水库大坝安全管理条例》第三条,2026-01-01`
  await by(law, 'powerImport.enter', await by(law, 'powerImport.read', null, { lines: line('水库大坝安全') }), { compared: true })
  await by(law, 'powerImport.drop', await by(law, 'powerImport.read', null, { lines: line('堤防安全') }), { reason: '清单有误' })
}
