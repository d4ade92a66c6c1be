import { deflateSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { contentFault } from '@/lib/platform/files/check'
import { type FileFault, type FileKind, kindOf, plainName } from '@/lib/platform/files/kinds'
import { docx, jpg, macroTypes, mp4, ofd, pdf, png, relation, xlsx } from '@/tests/support/sample-files'

const html = Buffer.from('<html><script>alert(1)</script></html>')
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''))
const bomb = docx({ 'word/media/zeros.bmp': new Uint8Array(60 * 1024 * 1024) })
const many = docx(Object.fromEntries(Array.from({ length: 3100 }, (_, index) => [`word/part${index}.xml`, new Uint8Array(1)])))
const lying = (() => {
  // A list of contents that says a small part is a gigabyte.
  const bytes = Buffer.from(docx())
  bytes.writeUInt32LE(1_000_000_000, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  return bytes
})()

const outside = '<Relationship Type="x/attachedTemplate" TargetMode="External"/>'
const related = (relations: string) => docx({ 'word/_rels/document.xml.rels': strToU8(relations) })
const packed = (objects: string, kind = '/Type /ObjStm') =>
  `1 0 obj << ${kind} /N 1 /First 4 /Filter /FlateDecode >> stream\r\n${deflateSync(objects).toString('latin1')}\r\nendstream endobj`

// 单位名称,类别\n as Chinese spreadsheet programs save it.
const gb = Buffer.from('b5a5cebbc3fbb3c62cc0e0b1f00a', 'hex')

const corpus: [string, FileKind, Buffer, FileFault | null][] = [
  ['a plain PDF', 'pdf', pdf(), null],
  ['a plain DOCX', 'docx', docx(), null],
  ['a DOCX with a link to click', 'docx', docx(relation('hyperlink', 'https://example.invalid/')), null],
  ['a plain XLSX', 'xlsx', xlsx(), null],
  ['a plain OFD', 'ofd', ofd(), null],
  ['a CSV in UTF-8 with its mark', 'csv', Buffer.from('\ufeff单位名称,类别\r\n澧源区粮食局,行政机关\r\n'), null],
  ['a CSV in GB 18030', 'csv', gb, null],
  ['a picture of a camera', 'jpg', jpg(4000, 3000), null],
  ['a picture with something appended by a telephone', 'jpg', Buffer.concat([jpg(), Buffer.alloc(5000, 7)]), null],
  ['a screenshot', 'png', png(1366, 768), null],
  ['a film', 'mp4', mp4(), null],

  ['a web page called PDF', 'pdf', html, 'content'],
  ['a test virus called PDF', 'pdf', eicar, 'content'],
  ['a CSV in two-byte writing', 'csv', Buffer.from('\ufeff单位名称,类别', 'utf16le'), 'encoding'],
  ['a CSV in western writing', 'csv', Buffer.from('Stra\u00dfe,Caf\u00e9\n', 'latin1'), 'encoding'],
  ['a CSV cut off within a character', 'csv', gb.subarray(0, 7), 'encoding'],
  ['a picture called CSV', 'csv', png(), 'encoding'],
  ['a workbook called CSV', 'csv', xlsx(), 'encoding'],
  ['a PDF after a web page', 'pdf', Buffer.concat([html, pdf()]), 'content'],
  ['a PDF that stops in the middle', 'pdf', pdf().subarray(0, 20), 'damaged'],
  ['a PDF with a script', 'pdf', pdf('1 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'), 'script'],
  ['a PDF that starts a program', 'pdf', pdf('1 0 obj << /S /Launch /F (cmd.exe) >> endobj'), 'script'],
  ['a PDF that writes its script in numbers', 'pdf', pdf('1 0 obj << /S /J#61vaScript /J#53 (app.alert(1)) >> endobj'), 'script'],
  ['a PDF that starts a program in numbers', 'pdf', pdf('1 0 obj << /S /#4c#61unch /F (cmd.exe) >> endobj'), 'script'],
  ['a PDF that packs its script', 'pdf', pdf(packed('<< /S /JavaScript /JS (app.alert(1)) >>')), 'script'],
  ['a PDF that packs its script under a name in numbers', 'pdf', pdf(packed('<< /S /J#61vaScript /JS 3 0 R >>', '/Type /#4fbjStm')), 'script'],
  ['a PDF that swells', 'pdf', pdf(packed(' '.repeat(34_000_000))), 'packed'],
  ['a PDF whose packed objects cannot be read', 'pdf', pdf('1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\nnothing\nendstream endobj'), 'damaged'],
  ['a PDF with packed objects', 'pdf', pdf(packed('<< /Type /Catalog /Pages 2 0 R >>')), null],
  ['a scan in which the letters of a script mark stand by chance', 'pdf', pdf('1 0 obj << /Length 9 >> stream\nx/JS (\u00ff\nendstream endobj'), null],
  ['a picture called DOCX', 'docx', jpg(), 'content'],
  ['an XLSX called DOCX', 'docx', xlsx(), 'content'],
  ['a DOCX with macros', 'docx', docx({ 'word/vbaProject.bin': new Uint8Array(8) }), 'macros'],
  ['a DOCM renamed', 'docx', docx(macroTypes()), 'macros'],
  ['a DOCX with a program inside', 'docx', docx({ 'word/embeddings/run.exe': new Uint8Array(8) }), 'macros'],
  ['a DOCX with an embedded object', 'docx', docx({ 'word/embeddings/oleObject1.bin': new Uint8Array(8) }), 'macros'],
  ['a DOCX that fetches its template', 'docx', docx(relation('attachedTemplate', 'https://example.invalid/t.dotm')), 'external'],
  ['a DOCX that fetches a picture', 'docx', docx(relation('image', 'file://server/share/x.png')), 'external'],
  ['a DOCX that fetches its template under another prefix', 'docx', related('<r:Relationship Type="x/attachedTemplate" TargetMode="External"/>'), 'external'],
  ['a DOCX that fetches its template, written in numbers', 'docx', related('<Relationship Type="x/attachedTemplate" TargetMode="&#69;&#x78;ternal"/>'), 'external'],
  ['a DOCX that fetches its template behind a sign of an end', 'docx', related('<Relationship Id=">" Type="x/attachedTemplate" TargetMode="External"/>'), 'external'],
  ['a DOCX that calls its template a link', 'docx', related(`<Relationship Id="Type='/hyperlink'" Type="x/attachedTemplate" TargetMode="External"/>`), 'external'],
  ['a DOCX whose relations are in capitals', 'docx', docx({ 'word/_RELS/document.xml.RELS': strToU8(outside) }), 'external'],
  ['a DOCX whose relations are in two-byte writing', 'docx', docx({ 'word/_rels/document.xml.rels': Buffer.from(`\ufeff${outside}`, 'utf16le') }), 'damaged'],
  ['a DOCX whose relations name another writing', 'docx', related(`<?xml version="1.0" encoding="UTF-7"?>${outside}`), 'damaged'],
  ['a DOCX with two parts of one name', 'docx', docx({ 'word/_rels/document.xml.rels': strToU8('<Relationships/>'), 'word/_rels/Document.xml.rels': strToU8(outside) }), 'packed'],
  ['an XLSX with a sheet of macros', 'xlsx', xlsx({ 'xl/macrosheets/sheet1.xml': strToU8('<x/>') }), 'macros'],
  ['a DOCX with an entity in its types', 'docx', docx({ '[Content_Types].xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><Types/>') }), 'script'],
  ['a DOCX that swells', 'docx', bomb, 'packed'],
  ['a DOCX with thousands of parts', 'docx', many, 'packed'],
  ['a DOCX that lies about sizes', 'docx', lying, 'packed'],
  ['a DOCX that climbs out', 'docx', docx({ '../../etc/cron.d/x': new Uint8Array(1) }), 'packed'],
  ['a DOCX with a path of another system', 'docx', docx({ '..\\..\\x': new Uint8Array(1) }), 'packed'],
  ['a DOCX cut off', 'docx', docx().subarray(0, 60), 'damaged'],
  ['a picture cut off', 'jpg', jpg().subarray(0, -2), 'damaged'],
  ['a picture of a billion pixels', 'png', png(40_000, 40_000), 'pixels'],
  ['a picture of four billion pixels', 'jpg', jpg(65_000, 65_000), 'pixels'],
  ['a screenshot cut off', 'png', png().subarray(0, -12), 'damaged'],
  ['a drawing with a script called PNG', 'png', Buffer.from('<svg onload="alert(1)"/>'), 'content'],
  ['a document called film', 'mp4', pdf(), 'content'],
]

describe('what comes in', () => {
  test.each(corpus)('%s (%s)', (_, kind, bytes, expected) => {
    expect(contentFault(kind, bytes)).toBe(expected)
  })

  test('any beginning of a good file, and any single changed byte, is judged and never breaks the judge', () => {
    for (const [, kind, bytes] of corpus.slice(0, 9)) {
      for (let length = 0; length < Math.min(bytes.length, 300); length += 1) expect(contentFault(kind, bytes.subarray(0, length))).toSatisfy(known)
      for (let at = 0; at < Math.min(bytes.length, 300); at += 1) {
        const changed = Buffer.from(bytes)
        changed[at] = changed[at]! ^ 0xff
        expect(contentFault(kind, changed)).toSatisfy(known)
      }
    }
  })
})

const known = (fault: FileFault | null) => fault === null || typeof fault === 'string'

describe('names', () => {
  test.each([
    ['整改报告.pdf', '整改报告.pdf'],
    ['..\\..\\windows\\x.pdf', 'x.pdf'],
    ['/etc/passwd.pdf', 'passwd.pdf'],
    ['a\u0000.pdf', 'a.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['  .hidden.pdf ', 'hidden.pdf'],
    ['a<b>:"c".docx', 'a_b___c_.docx'],
  ])('%j becomes %j', (given, expected) => {
    expect(plainName(given)).toBe(expected)
  })

  test('stay short and keep their ending', () => {
    const name = plainName(`${'长'.repeat(300)}.docx`)
    expect(name.length).toBe(120)
    expect(name.endsWith('长.docx')).toBe(true)
  })

  test.each([['a.PDF', 'pdf'], ['a.jpeg', 'jpg'], ['a.pdf.exe', null], ['a.svg', null], ['a.docm', null], ['a.html', null], ['pdf', null], ['', null], ['a.constructor', null]])(
    '%s is taken as %s', (name, kind) => {
      expect(kindOf(name)).toBe(kind)
    },
  )
})
