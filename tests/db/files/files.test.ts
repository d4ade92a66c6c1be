import { appendFileSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '@/lib/platform/canonical'
import { testDatabase } from '@/tests/support/database'
import { docx, jpg, pdf } from '@/tests/support/sample-files'

const folder = process.env.DATA_DIR!
await testDatabase()
const { db, transact } = await import('@/lib/platform/db')
const { attachFiles, findFile, listFiles, provenPath, storeIncoming, storeUpload, widenFiles } = await import('@/lib/platform/files')
const { receiveFiles } = await import('@/lib/platform/files/receive')
const { takeUploads } = await import('@/lib/platform/files/from-form')
const { mostBytes } = await import('@/lib/platform/files/kinds')
const { pathOf, writeIncoming } = await import('@/lib/platform/files/bytes')
const { holdClock } = await import('@/lib/platform/clock')
const { jobs } = await import('@/lib/jobs')
const { loadActor } = await import('@/lib/platform/actor')
const { innerToken, scopeOf, unitToken } = await import('@/lib/platform/scope')
const { newId } = await import('@/lib/platform/id')
const { seedPlaces, unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')

beforeAll(() => db.$transaction(seedPlaces, { timeout: 60_000 }))
afterAll(() => db.$disconnect())

const person = (login: string) => loadActor(userIdOf(login))
const scope = async (login: string) => scopeOf(await person(login))
const send = async (login: string, name: string, bytes: Buffer) => storeIncoming(await person(login), { name, purpose: 'test', content: Readable.from([bytes]) })

async function stored(login = 'liyuan.water.handler', bytes = pdf(newId())) {
  const answer = await send(login, '整改报告.pdf', bytes)
  if (!answer.ok) throw new Error(answer.fault)
  return answer.file
}

/** Every file on the disk, wherever it lies. */
const onDisk = () => (readdirSync(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length
const counts = async () => ({ disk: onDisk(), rows: await db.storedFile.count(), lines: await db.auditEvent.count({ where: { action: 'file.store' } }) })

describe('an upload', () => {
  test('is bytes, a row and a line that agree', async () => {
    const bytes = pdf('agrees')
    const before = await counts()
    const { id } = await stored('liyuan.water.handler', bytes)
    const row = await db.storedFile.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({
      name: '整改报告.pdf', mime: 'application/pdf', size: bytes.length, sha256: sha256(bytes), subjectId: null,
      unitId: unitIdOf('liyuan.water'), audience: [innerToken(unitIdOf('liyuan.water'))],
    })
    expect(readFileSync(pathOf(row.storageKey))).toEqual(bytes)
    expect(row.storageKey).not.toContain('整改')
    expect(statSync(pathOf(row.storageKey)).mode & 0o077).toBe(0)
    expect(await counts()).toEqual({ disk: before.disk + 1, rows: before.rows + 1, lines: before.lines + 1 })
  })

  test.each([
    ['a.exe', pdf(), 'kind'], ['', pdf(), 'noFile'], ['a.pdf', Buffer.alloc(0), 'empty'], ['a.pdf', jpg(), 'content'],
    ['a.docx', docx({ 'word/vbaProject.bin': new Uint8Array(4) }), 'macros'],
  ])('refused (%s) leaves nothing', async (name, bytes, fault) => {
    const before = await counts()
    expect(await send('liyuan.water.handler', name, bytes)).toEqual({ ok: false, fault })
    expect(await counts()).toEqual(before)
  })

  test('past its limit is stopped on the way', async () => {
    const before = await counts()
    let sent = 0
    const endless = Readable.from((function* () {
      for (;;) {
        sent += 65_536
        yield Buffer.alloc(65_536, 0x20)
      }
    })())
    expect(await storeIncoming(await person('liyuan.water.handler'), { name: 'a.pdf', purpose: 'test', content: endless })).toEqual({ ok: false, fault: 'tooLarge' })
    expect(sent).toBeLessThan(mostBytes('pdf') * 1.1)
    expect(await counts()).toEqual(before)
  })

  test('cut off leaves no row and no file', async () => {
    const before = await counts()
    const broken = Readable.from((function* () {
      yield pdf().subarray(0, 10)
      throw new Error('the line went dead')
    })())
    await expect(storeIncoming(await person('liyuan.water.handler'), { name: 'a.pdf', purpose: 'test', content: broken })).rejects.toThrow('the line went dead')
    expect(await counts()).toEqual(before)
  })
})

describe('an upload whose server was killed', () => {
  const incoming = () => readdirSync(join(folder, 'files', 'incoming')).length
  const begun = async (at: string) => {
    holdClock(new Date(at))
    const before = incoming()
    const line = new PassThrough()
    const written = writeIncoming(line, 1000)
    line.write(pdf())
    await expect.poll(incoming).toBe(before + 1)
    return { line, written }
  }

  test('leaves bytes that are swept after a day, while one still coming in and what is kept stay', async () => {
    const { id } = await stored()
    const { storageKey, sha256: hash } = await db.storedFile.findUniqueOrThrow({ where: { id } })
    const killed = await begun('2026-03-16T09:00:00+08:00')
    const coming = await begun('2026-03-17T08:00:00+08:00')
    const sweep = jobs.find(({ name }) => name === 'sweepUploads')
    expect(sweep?.every).toMatch(/^(\S+ ){4}\S+$/)
    await sweep!.run({})
    expect(incoming()).toBe(2)
    holdClock(new Date('2026-03-17T09:00:01+08:00'))
    await sweep!.run({})
    expect(incoming()).toBe(1)
    await sweep!.run({})
    coming.line.end()
    const whole = await coming.written
    expect(readFileSync(whole.path)).toEqual(pdf())
    expect(await provenPath({ id, storageKey, sha256: hash })).not.toBeNull()
    killed.line.destroy()
    await expect(killed.written).rejects.toThrow()
    rmSync(whole.path)
    holdClock(null)
  })
})

describe('a posted form', () => {
  const post = (body: BodyInit | ReadableStream, headers: Record<string, string> = {}) =>
    new Request('http://127.0.0.1/api/files', { method: 'POST', body, headers, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) } as RequestInit)

  test('gives its good files and names the others', async () => {
    const form = new FormData()
    form.set('purpose', 'evidence')
    form.append('file', new File([new Uint8Array(jpg())], '整改前.jpg'))
    form.append('file', new File(['<html>'], '网页.pdf'))
    const { files, faults } = await receiveFiles(await person('liyuan.water.handler'), post(form))
    expect(files).toMatchObject([{ name: '整改前.jpg' }])
    expect(faults).toEqual([{ name: '网页.pdf', fault: 'content' }])
    expect(await db.storedFile.findUniqueOrThrow({ where: { id: files[0]!.id } })).toMatchObject({ purpose: 'evidence' })
  })

  test('that breaks off in the middle of a file keeps nothing', async () => {
    const before = await counts()
    const boundary = 'x-boundary'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const dying = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(head + pdf().toString('latin1')))
      },
      pull: (controller) => controller.error(new Error('the client went away')),
    })
    await expect(receiveFiles(await person('liyuan.water.handler'), post(dying, type))).rejects.toThrow()
    const short = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(head + pdf().toString('latin1')))
        controller.close()
      },
    })
    await expect(receiveFiles(await person('liyuan.water.handler'), post(short, type))).rejects.toThrow()
    expect(await counts()).toEqual(before)
  })

  test('one past its limit is told so, however much of it still comes, and the next one is taken', async () => {
    const before = await counts()
    const form = new FormData()
    form.append('file', new File([new Uint8Array(mostBytes('pdf') * 2)], '太大.pdf'))
    form.append('file', new File([new Uint8Array(pdf())], '报告.pdf'))
    const { files, faults } = await receiveFiles(await person('liyuan.water.handler'), post(form))
    expect(faults).toEqual([{ name: '太大.pdf', fault: 'tooLarge' }])
    expect(files.map(({ name }) => name)).toEqual(['报告.pdf'])
    expect(await counts()).toEqual({ disk: before.disk + 1, rows: before.rows + 1, lines: before.lines + 1 })
  }, 20_000)

  test('of a step without scripts becomes ids in the fields', async () => {
    const form = new FormData()
    form.append('$upload.photos[]', new File([new Uint8Array(jpg())], '前.jpg'))
    form.append('$upload.photos[]', new File([new Uint8Array(jpg())], '后.jpg'))
    form.append('$upload.scan', new File(['x'], '扫描.pdf'))
    form.append('$upload.nothing', new File([], ''))
    expect(await takeUploads(await person('liyuan.water.handler'), form)).toEqual({ scan: 'files.refuse.content' })
    expect(form.getAll('photos[]')).toHaveLength(2)
    expect(await db.storedFile.count({ where: { id: { in: form.getAll('photos[]') as string[] } } })).toBe(2)
    const file = new File([new Uint8Array(pdf())], 'a.pdf')
    expect(await storeUpload(await person('liyuan.water.handler'), file, { purpose: 'test' })).toMatchObject({ ok: true })
  })
})

describe('who sees a file', () => {
  test('the own unit, until a step shows it to more', async () => {
    const { id } = await stored()
    const subject = { type: 'recommendation', id: newId() }
    const seenBy = async (login: string) => (await findFile(await scope(login), id)) !== null
    expect([await seenBy('liyuan.water.leader'), await seenBy('liyuan.prosecutor'), await seenBy('liyuan.admin')]).toEqual([true, false, false])
    const audience = [unitToken(unitIdOf('liyuan.water'))]
    await transact(async (tx) => attachFiles(tx, [id], { subject, audience, actor: await person('liyuan.water.handler') }))
    expect(await seenBy('liyuan.prosecutor')).toBe(false)
    await transact((tx) => widenFiles(tx, subject, [unitToken(unitIdOf('liyuan.procuratorate'))]))
    expect([await seenBy('liyuan.prosecutor'), await seenBy('liyuan.health.leader'), await seenBy('jinli.prosecutor')]).toEqual([true, false, false])
    expect((await listFiles(await scope('liyuan.prosecutor'), { type: subject.type, ids: [subject.id] })).map((file) => file.id)).toEqual([id])
    expect(await listFiles(await scope('liyuan.health.leader'), { type: subject.type, ids: [subject.id] })).toEqual([])
    expect(await findFile(await scope('liyuan.prosecutor'), 'no-id')).toBeNull()
  })

  test('another unit\'s upload, or one that is taken, cannot be attached', async () => {
    const { id } = await stored()
    const attach = async (login: string, ids: string[], subjectId: string) => {
      const actor = await person(login)
      return transact((tx) => attachFiles(tx, ids, { subject: { type: 'clue', id: subjectId }, audience: [unitToken(actor.unitId)], actor }))
    }
    const refusal = { code: 'refused', reason: 'files.refuse.notYours' }
    const mine = newId()
    await expect(attach('liyuan.prosecutor', [id], mine)).rejects.toMatchObject(refusal)
    await expect(attach('liyuan.water.handler', [id, newId()], mine)).rejects.toMatchObject(refusal)
    expect(await attach('liyuan.water.leader', [id, id], mine)).toMatchObject([{ id }])
    await attach('liyuan.water.leader', [id], mine)
    await expect(attach('liyuan.water.leader', [id], newId())).rejects.toMatchObject(refusal)
  })
})

test('a byte changed on the disk stops the file and nothing else [S2-45]', async () => {
  const [whole, changed] = [await stored(), await stored()]
  const rowOf = (id: string) => db.storedFile.findUniqueOrThrow({ where: { id } })
  const { storageKey } = await rowOf(changed.id)
  appendFileSync(pathOf(storageKey), 'x')
  expect(await provenPath(await rowOf(changed.id))).toBeNull()
  expect(await provenPath(await rowOf(whole.id))).toBe(pathOf((await rowOf(whole.id)).storageKey))
  rmSync(pathOf(storageKey))
  expect(await provenPath(await rowOf(changed.id))).toBeNull()
})
