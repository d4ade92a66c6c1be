import {
  atNoon, checkOf, conclusion, db, demandsOf, done, drafted, evidence, makeClue, opened, consultation, closing, replyOf, service, serviceOf, unitIdOf,
} from '../recommendations/ground'

export * from '../recommendations/ground'

/** The day on which the figures are read: limits of what was received by July have ended, those of August not. */
export const readingDay = '2026-09-30'

export const urban = () => unitIdOf('liyuan.urban')

async function letter(day: string, agencyId: string | undefined, more: Record<string, unknown>): Promise<{ id: string; caseId: string; demands: string[] }> {
  atNoon('2026-05-11')
  const caseId = await opened(await makeClue(), agencyId)
  await done('liyuan.prosecutor', 'case.serveDecision', caseId, service('2026-05-11'))
  await done('liyuan.prosecutor', 'case.addEvidence', caseId, { ...evidence, obtainedOn: '2026-05-11' })
  await done('liyuan.prosecutor', 'case.recordConsultation', caseId, { ...consultation, heldOn: '2026-05-11' })
  await done('liyuan.prosecutor', 'case.closeInvestigation', caseId, closing('recommend'))
  atNoon(day)
  const id = await drafted(caseId, more)
  await done('liyuan.prosecutor', 'recommendation.submit', id, {})
  await done('liyuan.head', 'recommendation.review', id, { opinion: '同意，报检察长决定。' })
  await done('liyuan.chief', 'recommendation.approve', id, { opinion: '同意制发。' })
  await done('liyuan.manager', 'recommendation.seal', id, { sealedOn: day })
  await done('liyuan.prosecutor', 'recommendation.serve', id, serviceOf(day))
  return { id, caseId, demands: await demandsOf(id) }
}
type Letter = Awaited<ReturnType<typeof letter>>

async function reply({ id, demands }: Letter, day: string, leader = 'liyuan.water.leader'): Promise<void> {
  atNoon(day)
  await done(leader, 'recommendation.reply', id, replyOf(demands))
}

async function fromPaper({ id, demands }: Letter, arrivedOn: string, postedOn?: string): Promise<void> {
  atNoon(arrivedOn)
  await done('liyuan.prosecutor', 'recommendation.replyOnBehalf', id, {
    ...replyOf(demands), number: '澧水函〔2026〕9号', signerName: '谷秋实', arrivedOn, ...(postedOn ? { postedOn } : {}),
  })
}

async function check({ id, demands }: Letter, day: string, verdict: 'met' | 'notMet'): Promise<void> {
  atNoon(day)
  await done('liyuan.prosecutor', 'recommendation.check', id, await checkOf(day, Object.fromEntries(demands.map((demand) => [demand, verdict]))))
}

async function conclude({ caseId }: Letter, day: string, ground: string): Promise<void> {
  atNoon(day)
  await done('liyuan.prosecutor', 'case.proposeConclusion', caseId, conclusion(ground))
  await done('liyuan.head', 'case.reviewConclusion', caseId, { opinion: '同意。' })
  await done('liyuan.chief', 'case.conclude', caseId, { opinion: '同意终结。' })
}

/** Eleven letters, each with another fate; what the figures must say of them is counted by hand in the test. */
export async function playFigures() {
  const relapsed = await letter('2026-05-20', undefined, {})
  await reply(relapsed, '2026-07-10')
  await check(relapsed, '2026-07-15', 'met')
  await conclude(relapsed, '2026-07-16', 'dutyPerformed')
  const { id: lookBackId } = await db.lookBack.findFirstOrThrow({ where: { caseId: relapsed.caseId } })
  atNoon('2026-09-20')
  await done('liyuan.prosecutor', 'lookBack.record', lookBackId, {
    result: 'relapsed', doneOn: '2026-09-20', place: '渔沟河左岸', companion: '特邀检察官助理', findings: '原堆放点又出现建筑垃圾约二十立方米，未见清运。', harm: '再次侵占河道。', noSecrets: true,
  })

  const posted = await letter('2026-05-20', undefined, {})
  await fromPaper(posted, '2026-07-22', '2026-07-20')
  const late = await letter('2026-05-21', undefined, {})
  await fromPaper(late, '2026-07-23')
  const silent = await letter('2026-06-01', undefined, {})

  const suspended = await letter('2026-05-25', undefined, {})
  await reply(suspended, '2026-06-25')
  atNoon('2026-08-03')
  await done('liyuan.prosecutor', 'case.proposeSuspension', suspended.caseId, { measures: '已作出责令限期清运的决定并安排资金。', cause: '连日洪水，机械无法进场作业。', diligence: '洪水前已清运一半。' })
  await done('liyuan.chief', 'case.suspend', suspended.caseId, { opinion: '同意中止。' })

  const withdrawn = await letter('2026-06-02', undefined, {})
  atNoon('2026-06-10')
  await done('liyuan.chief', 'recommendation.withdraw', withdrawn.id, { ground: 'ownMotion', reasons: '经核实该段由他单位管护。' })

  const running = await letter('2026-08-20', undefined, {})
  const early = await letter('2026-08-21', undefined, {})
  await reply(early, '2026-09-01')
  await check(early, '2026-09-10', 'met')
  const waived = await letter('2026-08-24', undefined, {})
  await conclude(waived, '2026-09-05', 'interestProtected')

  const revoked = await letter('2026-06-03', urban(), {})
  await reply(revoked, '2026-07-01', 'liyuan.urban.leader')
  await check(revoked, '2026-07-10', 'met')
  await check(revoked, '2026-07-25', 'notMet')
  const sound = await letter('2026-06-04', urban(), {})
  await reply(sound, '2026-07-02', 'liyuan.urban.leader')
  await check(sound, '2026-08-20', 'met')
  await conclude(sound, '2026-08-21', 'dutyPerformed')

  atNoon(readingDay)
  return { relapsed, posted, late, silent, suspended, withdrawn, running, early, waived, revoked, sound }
}
