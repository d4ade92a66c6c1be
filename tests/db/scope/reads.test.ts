import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '@/lib/platform/scope'
import { testDatabase } from '@/tests/support/database'
import { canary, plantCanaries } from '@/tests/support/doors/canaries'
import type { Ground } from '@/tests/support/doors/ground'
import { harmless } from '@/tests/support/doors/harmless-reads'

const database = await testDatabase('fixture')
const { playGround } = await import('@/tests/support/doors/ground')
const { db } = await import('@/lib/platform/db')
const { holdClock } = await import('@/lib/platform/clock')
const { newId } = await import('@/lib/platform/id')
const { scopeOf } = await import('@/lib/platform/scope')
const { readAlone } = await import('@/lib/platform/together')
const { person } = await import('@/prisma/seed/play/act')
const { idOf } = await import('@/prisma/seed/names')
const cases = { ...(await import('@/lib/cases/data/list')), ...(await import('@/lib/cases/data/record')) }
const clues = {
  ...(await import('@/lib/clues/data/list')), ...(await import('@/lib/clues/data/outcome')), ...(await import('@/lib/clues/data/record')), ...(await import('@/lib/clues/data/similar')),
}
const letters = { ...(await import('@/lib/recommendations/data/list')), ...(await import('@/lib/recommendations/data/record')), ...(await import('@/lib/recommendations/data/row')) }
const handlings = await import('@/lib/handlings/data')
const together = await import('./together')
const notices = await import('@/lib/notices/data')
const oversight = await import('@/lib/oversight/data')
const cooperation = {
  ...(await import('@/lib/letters/data/list')), ...(await import('@/lib/letters/data/record')), ...(await import('@/lib/letters/data/row')), ...(await import('@/lib/letters/data/beginning')),
}
const search = await import('@/lib/search/data')
const worklist = { ...(await import('@/tests/support/desk')), ...(await import('@/lib/worklist/data/clocks')) }
const drafts = await import('@/lib/drafts/data')
const figures = await import('@/lib/figures/data/count')
const handovers = await import('@/lib/handovers/data')
const files = await import('@/lib/platform/files')
const papers = await import('@/lib/engine/papers/store')

const office = ['liyuan.prosecutor', 'liyuan.chief']
const agency = ['liyuan.water.liaison']
const court = ['liyuan.court']
const strangers = [
  'liyuan.urban.liaison', 'liyuan.bureau', 'liyuan.government', 'liyuan.admin', 'liyuan.security', 'liyuan.audit', 'jinli.prosecutor', 'jinli.chief',
  'jinli.water.liaison', 'jinli.court', 'jinli.bureau', 'jinli.viewer', 'shifan.chief', 'province.admin',
]
/** Drafts the opinion of the place and interprets it. */
const drafter = 'liyuan.government'
/** Reads below, without the inner zone. */
const above = ['shifan.superior']
const cast = [...office, ...agency, ...court, ...above, ...strangers]

let ground: Ground
let at: { receiver: string; evidenceFile: string; notice: string; agencyNotice: string }

beforeAll(async () => {
  ground = await playGround()
  expect(await plantCanaries(database.ownerUrl, process.env.TEST_PG_ADMIN_URL!)).toBeGreaterThan(60)
  holdClock(new Date('2026-03-17T10:00:00+08:00'))
  const { receiverUnitId } = await db.clue.findUniqueOrThrow({ where: { id: ground.running.clueId } })
  const { fileId } = await db.evidence.findFirstOrThrow({ where: { caseId: ground.running.caseId } })
  const noticeOf = async (login: string) => (await db.notice.findFirstOrThrow({ where: { userId: (await person(login)).userId } })).id
  at = { receiver: receiverUnitId, evidenceFile: fileId!, notice: await noticeOf('liyuan.prosecutor'), agencyNotice: await noticeOf('liyuan.water.liaison') }
}, 180_000)
afterAll(async () => {
  holdClock(null)
  await db.$disconnect()
})

type Read = { readonly sees: readonly string[]; readonly call: (scope: Scope) => unknown }
const all = [...office, ...agency, ...court]

/** Every read that takes a Scope: what it is asked for, and exactly who of the cast is to find something. */
const reads: Record<string, Read> = {
  'cases.listCases': { sees: [...office, ...agency, ...above], call: (scope) => cases.listCases(scope, { page: 1 }) },
  'cases.countCases': { sees: [...office, ...agency, ...above], call: (scope) => cases.countCases(scope, { page: 1 }) },
  'cases.findCase': { sees: [...office, ...agency, ...above], call: (scope) => cases.findCase(scope, ground.running.caseId) },
  'cases.findCase before the decision is served': { sees: [...office, ...above], call: (scope) => cases.findCase(scope, ground.inner.caseId) },
  'cases.evidenceOf': { sees: office, call: (scope) => readAlone(cases.evidenceOf(scope, ground.running.caseId)) },
  'cases.lettersOfCase': { sees: [...office, ...agency, ...above], call: (scope) => readAlone(cases.lettersOfCase(scope, ground.running.caseId)) },
  'cases.linkedCasesOf': { sees: [...office, ...agency, ...above], call: (scope) => readAlone(cases.linkedCasesOf(scope, { id: newId(), clueId: ground.running.clueId })) },
  'cases.listRecordClocks': { sees: [...office, ...agency, ...above], call: (scope) => cases.listRecordClocks(scope, [ground.running.caseId, ground.running.letterId]) },
  'cases.findClueLink': { sees: [...office, ...court, ...above], call: (scope) => cases.findClueLink(scope, ground.running.clueId) },
  'cases.findLookBack': { sees: [...office, ...agency, ...above], call: (scope) => cases.findLookBack(scope, ground.closed.lookBackId!) },
  'clues.listClues': { sees: [...office, ...court, ...above], call: (scope) => clues.listClues(scope, {}) },
  'clues.countClues': { sees: [...office, ...court, ...above], call: (scope) => clues.countClues(scope, {}) },
  'clues.findClueCourse': { sees: [...office, ...court, ...above], call: async (scope) => ((await clues.findClueCourse(scope, ground.closed.clueId)) === null ? 0 : 1) },
  'clues.findClue': { sees: [...office, ...court, ...above], call: (scope) => clues.findClue(scope, ground.running.clueId) },
  'clues.policyRowsOf': { sees: office, call: async (scope) => (await readAlone(clues.policyRowsOf(scope, [ground.running.clueId, ground.closed.clueId]))).length },
  'clues.evaluationsOf': { sees: office, call: (scope) => readAlone(clues.evaluationsOf(scope, { id: ground.running.clueId, receiverUnitId: at.receiver })) },
  'clues.evaluationsOf with a forged receiver': { sees: office, call: (scope) => readAlone(clues.evaluationsOf(scope, { id: ground.running.clueId, receiverUnitId: scope.unitId })) },
  'clues.clueClocksOf': { sees: office, call: (scope) => readAlone(clues.clueClocksOf(scope, ground.running.clueId)) },
  'clues.relapsedCaseOf': { sees: [...office, ...agency, ...above], call: (scope) => readAlone(clues.relapsedCaseOf(scope, ground.closed.caseId)) },
  'clues.listMergeTargets': { sees: office, call: (scope) => clues.listMergeTargets(scope, [ground.running.clueId, ground.closed.clueId]) },
  'clues.listSimilarClues': {
    sees: office,
    call: async (scope) => {
      const clue = await db.clue.findUniqueOrThrow({ where: { id: ground.running.clueId } })
      return clues.listSimilarClues(scope, { ...clue, unitIds: [(await person('liyuan.water.liaison')).unitId], receiverUnitId: scope.unitId })
    },
  },
  'recommendations.findRow': { sees: [...office, ...agency, ...above], call: (scope) => letters.findRow(scope, ground.running.letterId) },
  'recommendations.findRow of a draft': { sees: [...office, ...above], call: (scope) => letters.findRow(scope, ground.inner.letterId) },
  'recommendations.findPolicyRows': { sees: [...office, ...agency, ...above], call: async (scope) => (await letters.findPolicyRows(scope, [ground.running.letterId])).length },
  'recommendations.findPolicyRows of a draft': { sees: [...office, ...above], call: async (scope) => (await letters.findPolicyRows(scope, [ground.inner.letterId])).length },
  'recommendations.listLetters': { sees: [...office, ...agency, ...above], call: (scope) => letters.listLetters(scope, { page: 1 }) },
  'recommendations.countLetters': { sees: [...office, ...agency, ...above], call: (scope) => letters.countLetters(scope, { page: 1 }) },
  'recommendations.findLetter': { sees: [...office, ...agency, ...above], call: (scope) => letters.findLetter(scope, ground.running.letterId) },
  'recommendations.findLetter of a draft': { sees: [...office, ...above], call: (scope) => letters.findLetter(scope, ground.inner.letterId) },
  'recommendations.reportedActionsOf': {
    sees: [...office, ...agency, ...above],
    call: async (scope) => readAlone(letters.reportedActionsOf(scope, (await letters.findLetter(scopeOf(await person('liyuan.prosecutor')), ground.running.letterId))!)),
  },
  'recommendations.letterClocksOf': { sees: [...office, ...agency, ...above], call: (scope) => readAlone(letters.letterClocksOf(scope, { id: ground.running.letterId, inner: true })) },
  'recommendations.reviewClockOf': { sees: [...office, ...above], call: (scope) => readAlone(letters.reviewClockOf(scope, ground.running.caseId)) },
  'recommendations.findReadyCase': { sees: ['liyuan.prosecutor'], call: (scope) => letters.findReadyCase(scope, ground.ready.caseId) },
  'handlings.findHandling': { sees: agency, call: (scope) => handlings.findHandling(scope, ground.running.handlingId!) },
  'handlings.findHandlingOf': { sees: agency, call: (scope) => handlings.findHandlingOf(scope, ground.running.letterId) },
  'handlings.listOwnActions': { sees: agency, call: (scope) => handlings.listOwnActions(scope, ground.running.letterId) },
  ...together.readsOf({ office, agency, above }, () => ground),
  'notices.noticesOf': { sees: [...all, ...above, drafter], call: (scope) => readAlone(notices.noticesOf(scope, { take: 100 })) },
  'notices.listNoticeGroups': { sees: [...all, ...above, drafter], call: (scope) => notices.listNoticeGroups(scope, { take: 100 }) },
  'notices.openNotice': { sees: ['liyuan.prosecutor'], call: (scope) => notices.openNotice(scope, at.notice) },
  'notices.openNotice of the agency': { sees: agency, call: (scope) => notices.openNotice(scope, at.agencyNotice) },
  'oversight.listMatters': { sees: [...office, ...above, 'shifan.chief'], call: (scope) => oversight.listMatters(scope, { show: 'all', page: 1 }) },
  'oversight.findMatter': {
    sees: [...office, ...above, 'shifan.chief'],
    call: async (scope) => oversight.findMatter(scope, (await db.oversightMatter.findFirstOrThrow({ where: { recommendationId: ground.closed.letterId } })).id),
  },
  'oversight.listCasesFor extension': { sees: office, call: (scope) => oversight.listCasesFor(scope, 'extension', []) },
  'oversight.listCasesFor supervision': {
    sees: [...office, ...agency, ...above], call: async (scope) => oversight.listCasesFor(scope, 'supervision', [(await person('liyuan.prosecutor')).unitId]),
  },
  'letters.findRow': { sees: [...office, ...agency, ...above], call: (scope) => cooperation.findRow(scope, ground.letters.sharedId) },
  'letters.findLetter': { sees: [...office, ...agency, ...above], call: (scope) => cooperation.findLetter(scope, ground.letters.sharedId) },
  'letters.findLetter of a draft': { sees: office, call: (scope) => cooperation.findLetter(scope, ground.letters.draftId) },
  'letters.listAround': { sees: [...office, ...agency, ...above], call: (scope) => cooperation.listAround(scope, ground.letters.sharedId) },
  'letters.listLetters': { sees: [...office, ...agency, ...above], call: (scope) => cooperation.listLetters(scope, { show: 'all', page: 1 }) },
  'letters.listSupport': { sees: [...office, ...agency, ...above], call: async (scope) => (await cooperation.listSupport(scope)).length },
  'letters.listOpenMatters': { sees: [...office, ...agency, ...above], call: (scope) => cooperation.listOpenMatters(scope, ground.letters.receiverId) },
  'letters.lettersOfCase': {
    sees: [...office, ...agency, ...above],
    call: async (scope) => {
      await db.letter.update({ where: { id: ground.letters.sharedId }, data: { caseId: ground.running.caseId } })
      return readAlone(cooperation.lettersOfCase(scope, ground.running.caseId))
    },
  },
  'letters.findCaseToWriteAbout': { sees: [...office, ...agency, ...above], call: (scope) => cooperation.findCaseToWriteAbout(scope, ground.running.caseId) },
  'letters.findLetterToCopy': { sees: office, call: (scope) => cooperation.findLetterToCopy(scope, ground.letters.sharedId) },
  'search.searchRecords': { sees: [...all, ...above, 'liyuan.urban.liaison', 'liyuan.bureau', drafter], call: (scope) => search.searchRecords(scope, canary) },
  'worklist.clockGroupsOf': { sees: [...office, ...agency, drafter], call: (scope) => worklist.listDeskClocks(scope, 'owedBy') },
  'worklist.owingOf': { sees: [...office, ...agency, ...court], call: (scope) => worklist.listDeskClocks(scope, 'owedTo') },
  // What the opinion or an open undertaking asks of a body everybody of the place may see.
  'worklist.listClocksOf': {
    sees: [...office, ...agency, ...above], call: async (scope) => (await worklist.listClocksOf(scope, idOf('unit:liyuan.water'))).filter(({ subjectType }) => subjectType === 'recommendation'),
  },
  'worklist.itemsOf': { sees: [...office, ...agency, ...above], call: (scope) => worklist.listDeskItems(scope) },
  'figures.countFigures': {
    sees: [...office, ...agency, ...above],
    call: async (scope) => (await figures.countFigures(scope, { period: null, today: '2026-03-17' })).total.received,
  },
  'handovers.findArrangedUnit': {
    sees: [...office, 'liyuan.admin', 'liyuan.security', 'liyuan.audit', 'province.admin'],
    call: async (scope) => ((await handovers.findArrangedUnit(scope, at.receiver)) ? 1 : 0),
  },
  'drafts.listDrafts': { sees: ['liyuan.prosecutor'], call: async (scope) => [...(await drafts.listDrafts(scope, ground.inner.letterId))] },
  'drafts.findPresent': {
    sees: [...office, ...agency, ...above], call: async (scope) => ((await drafts.findPresent(scope, 'recommendation', ground.running.letterId)) ? 1 : 0),
  },
  'drafts.findPresent of a draft': { sees: [...office, ...above], call: async (scope) => ((await drafts.findPresent(scope, 'recommendation', ground.inner.letterId)) ? 1 : 0) },
  'platform.findFile of an evidence': { sees: office, call: (scope) => files.findFile(scope, at.evidenceFile) },
  'platform.listFiles': {
    sees: office,
    call: async (scope) => files.listFiles(scope, { type: 'evidence', ids: (await db.evidence.findMany({ where: { caseId: ground.running.caseId } })).map(({ id }) => id) }),
  },
  'engine.listPapers': { sees: [...office, ...agency, ...above], call: async (scope) => Promise.all((await papers.listPapers(scope, { type: 'recommendation', id: ground.running.letterId })).map(({ id }) => papers.findPaper(scope, id))) },
}

/** Statements of reads that are in the list themselves. */
const statements = [
  'clues.mergeTargetsOf', 'clues.candidatesOf', 'worklist.clockCountOf', 'worklist.overdueCountOf', 'worklist.ownClocks', 'drafts.typistsOf', 'duty-cycles.talliesOf', 'cases.recordClocksOf', 'cases.clueLinkOf', 'recommendations.findLetterAndRow', 'outcomes.sumsOf', 'outcomes.outcomesOfCase', 
]

const finds = (value: unknown): boolean => (typeof value === 'number' ? value > 0 : JSON.stringify(value ?? null).includes(canary))

test('every read of every feature is in the list', () => {
  const root = join(import.meta.dirname, '../../../lib')
  const found = readdirSync(root).filter((name) => !['platform', 'engine'].includes(name) && statSync(join(root, name)).isDirectory()).flatMap((feature) => {
    const folder = join(root, feature, 'data')
    const list = [join(root, feature, 'data.ts'), ...(statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).map((file) => join(folder, file)) : [])]
    return list.filter((path) => statSync(path, { throwIfNoEntry: false })).flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/export (?:async )?(?:function|const) (\w+)(?: =)?(?: async)? ?\(\s*_?scope: Scope/g)].map((match) => `${feature}.${match[1]!}`))
  })
  expect(found.length).toBeGreaterThan(50)
  const known = new Set([...Object.keys(reads).map((name) => name.split(' ')[0]!), ...statements, ...Object.keys(harmless)])
  expect(found.filter((name) => !known.has(name))).toEqual([])
})

describe('finds for its parties and for nobody else', () => {
  test.each(Object.entries(reads))('%s', async (_, { sees, call }) => {
    const found: string[] = []
    for (const login of cast) if (finds(await call(scopeOf(await person(login))))) found.push(login)
    expect(found).toEqual(cast.filter((login) => sees.includes(login)))
  })
})

describe('what a party does not see of its own matter', () => {
  const texts = async (login: string) => {
    const scope = scopeOf(await person(login))
    // The row that rights are read from goes to no page.
    const seen = await Promise.all(Object.entries(reads).filter(([name]) => !/^(recommendations|letters)\.findRow/.test(name)).map(([, { call }]) => call(scope)))
    return JSON.stringify(seen)
  }

  test('the agency: evaluation, evidence, who reported, the office’s opinions and proposals, the clue itself', async () => {
    const seen = await texts('liyuan.water.liaison')
    const forbidden = [
      'clue·', 'clue_evaluation·', 'clue_reporter·', 'evidence·title', 'evidence·proves', 'case_file·facts', 'case_file·harm', 'case_file·consultation_waiver',
      'recommendation·review_opinion', 'recommendation·decision_opinion', 'recommendation·similarity_reason', 'recommendation·power_reason', 'consultation·record',
    ]
    expect(forbidden.filter((mark) => seen.includes(`${canary}·${mark}`))).toEqual([])
    expect(seen.includes(`${canary}·demand·measure`)).toBe(true)
  })

  test('the procuratorate: the agency’s inner chain', async () => {
    for (const login of office) expect((await texts(login)).includes(`${canary}·handling·`), login).toBe(false)
    expect((await texts('liyuan.water.liaison')).includes(`${canary}·handling·`)).toBe(true)
    for (const mark of [`${canary}·letter·handler_note`, `${canary}内部拟稿`]) {
      for (const login of [...office, ...above]) expect((await texts(login)).includes(mark), `${login} ${mark}`).toBe(false)
      expect((await texts('liyuan.water.liaison')).includes(mark)).toBe(true)
    }
    expect((await texts('liyuan.water.liaison')).includes(`${canary}·letter·inner_opinion`)).toBe(false)
  })

  test('the court: what the office makes of its clue, cases and letters', async () => {
    const seen = await texts('liyuan.court')
    for (const table of ['clue_evaluation', 'clue_reporter', 'case_file', 'recommendation', 'demand', 'evidence', 'handling', 'reply', 'check_result', 'look_back'])
      expect(seen.includes(`${canary}·${table}·`), table).toBe(false)
  })

  test('the superior: the inner zone of the office below, its investigation and opinions', async () => {
    const seen = await texts('shifan.superior')
    const forbidden = [
      'clue_evaluation·', 'clue_reporter·', 'evidence·', 'handling·', 'case_file·facts', 'case_file·harm', 'case_file·consultation_waiver', 'consultation·record',
      'recommendation·review_opinion', 'recommendation·decision_opinion', 'recommendation·similarity_reason',
    ]
    expect(forbidden.filter((mark) => seen.includes(`${canary}·${mark}`))).toEqual([])
    expect(seen.includes(`${canary}·demand·measure`)).toBe(true)
  })

  test('nobody reads who reported through any list', async () => {
    for (const login of cast) expect((await texts(login)).includes(`${canary}·clue_reporter·`), login).toBe(false)
  })
})

describe('papers', () => {
  const kindsFor = async (login: string, matter: 'running' | 'closed' | 'inner') => {
    const scope = scopeOf(await person(login))
    const { clueId, caseId, letterId } = ground[matter]
    const lists = await Promise.all([['clue', clueId], ['case', caseId], ['recommendation', letterId]].map(([type, id]) => papers.listPapers(scope, { type: type!, id: id! })))
    return [...new Set(lists.flat().map(({ kind }) => kind))].sort()
  }

  test('the agency has what was served on it, never approvals and reports', async () => {
    expect(await kindsFor('liyuan.water.liaison', 'closed')).toEqual([
      'agencyReplyLetter', 'caseConclusionDecision', 'consultationRecord', 'filingDecision', 'objectionLetter', 'recommendationLetter', 'reexaminationAnswer',
      'serviceReceipt',
    ])
    expect(await kindsFor('liyuan.water.liaison', 'inner')).toEqual([])
  })

  test('the sender has its own letter and the receipt', async () => {
    expect(await kindsFor('liyuan.court', 'closed')).toEqual(['referralLetter', 'referralReceipt'])
  })

  test('strangers have none but the text of their place’s opinion, by list or by id, and each paper says something of its matter', async () => {
    const ids = await db.paper.findMany({ select: { id: true, kind: true, data: true } })
    expect(ids.length).toBeGreaterThan(30)
    for (const login of strangers) {
      const scope = scopeOf(await person(login))
      const open = scope.tokens.includes('r:990101') ? 'charterText' : ''
      for (const { id, kind } of ids) expect((await papers.findPaper(scope, id)) !== null, `${login} ${kind}`).toBe(kind === open)
    }
    expect(ids.filter(({ data }) => !JSON.stringify(data).includes(canary)).map(({ kind }) => kind)).toEqual([])
  })
})

test('files: an evidence’s bytes for the office alone, a photograph of the agency once it is reported', async () => {
  const all = await db.storedFile.findMany({ select: { id: true, name: true } })
  for (const login of strangers) {
    const scope = scopeOf(await person(login))
    for (const { id, name } of all) expect(await files.findFile(scope, id), `${login} ${name}`).toBeNull()
  }
  const photograph = await db.rectificationAction.findFirstOrThrow({ where: { demand: { recommendationId: ground.running.letterId } } })
  for (const login of [...office, ...agency]) expect(await files.findFile(scopeOf(await person(login)), photograph.afterFileId!), login).not.toBeNull()
  expect(await files.findFile(scopeOf(await person('liyuan.court')), photograph.afterFileId!)).toBeNull()
})
