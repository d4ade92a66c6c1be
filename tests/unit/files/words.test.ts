import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { articlesOf } from '@/lib/charters/rules/articles'
import { contentFault } from '@/lib/platform/files/check'
import { chineseNumber } from '@/lib/platform/files/numbering'
import { wordsOf } from '@/lib/platform/files/words'
import { docx, pdf } from '@/tests/support/sample-files'

const paragraph = (text: string, about = '') => `<w:p><w:pPr>${about}<w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const listed = (level: number, text: string) => paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`)
const document = (body: string) => `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`
const file = (body: string, more: Record<string, string> = {}) =>
  docx(Object.fromEntries(Object.entries({ 'word/document.xml': document(body), ...more }).map(([name, text]) => [name, strToU8(text)])))
const read = (bytes: Buffer, name = '意见.docx') => {
  expect(contentFault(name.endsWith('txt') ? 'txt' : 'docx', bytes)).toBeNull()
  return wordsOf(name, bytes)
}

const level = (depth: number, format: string, text: string, more = '') => `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const numbering = `<w:numbering><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'japaneseCounting', '（%2）', '<w:suff w:val="nothing"/>')}</w:abstractNum>
  <w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="21"/></w:lvlOverride></w:num></w:numbering>`
const styles = '<w:styles><w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style><w:style w:styleId="Normal"/></w:styles>'

describe('the words of a document', () => {
  test('come out paragraph by paragraph, word for word, as they stand after tracked changes, and fall into the same articles as pasted', () => {
    const bytes = file([
      paragraph('关于加强协作的意见'),
      '<w:p><w:r><w:t>第一条　为加强</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>河道</w:t></w:r></w:ins><w:r><w:t>保护&#x3001;&lt;制定&gt;</w:t><w:br/><w:t>本意见。</w:t></w:r></w:p>',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>',
      '<w:p><mc:AlternateContent><mc:Choice><w:txbxContent>' + paragraph('第二条　【巡查】每季度一次。') + '</w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>第二条　重复</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>',
      '<w:moveFrom><w:r><w:t>移走的字</w:t></w:r></w:moveFrom>',
      '<w:tbl><w:tr><w:tc>' + paragraph('第三条　表内的条款。') + '</w:tc></w:tr></w:tbl>',
    ].join(''))
    const words = read(bytes)
    expect(words).toEqual({ text: '关于加强协作的意见\n第一条　为加强河道保护、<制定>\n本意见。\n第二条　【巡查】每季度一次。\n第三条　表内的条款。' })
    expect(articlesOf(words.text!).map(({ article, heading }) => [article, heading])).toEqual([['前言', ''], ['第一条', ''], ['第二条', '巡查'], ['第三条', '']])
  })

  test('have the numbers the program writes by itself: in lists, in styles, begun at another number', () => {
    const bytes = file([
      listed(0, '本意见适用于全区。'), listed(1, '行政机关；'), listed(1, '镇街。'), listed(0, '各单位应当配合。'), listed(1, '及时移送。'),
      paragraph('附则。', '<w:pStyle w:val="Article"/>'), paragraph('自印发之日起施行。', '<w:pStyle w:val="Article"/>'), paragraph('不编号。', '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join(''), { 'word/numbering.xml': numbering, 'word/styles.xml': styles })
    expect(read(bytes)).toEqual({ text: '第一条　本意见适用于全区。\n（一）行政机关；\n（二）镇街。\n第二条　各单位应当配合。\n（一）及时移送。\n第二十一条　附则。\n第二十二条　自印发之日起施行。\n不编号。' })
    expect([1, 10, 12, 20, 101, 110, 1001, 2020].map(chineseNumber)).toEqual(['一', '十', '十二', '二十', '一百零一', '一百一十', '一千零一', '二千零二十'])
  })

  test('are read from a TXT in the writings of office programs', () => {
    expect(read(Buffer.from('\ufeff一、会议。\r\n二、巡查。\r\n'), '意见.txt')).toEqual({ text: '一、会议。\n二、巡查。' })
    expect(read(Buffer.from('d2bba1a2bbe1d2e9a1a3', 'hex'), '意见.txt')).toEqual({ text: '一、会议。' })
  })

  test.each([
    ['a scan', '扫描件.pdf', pdf(), 'kind'],
    ['a document of pictures alone', '意见.docx', file('<w:p><w:r><w:drawing/></w:r></w:p>'), 'noWords'],
    ['a blank TXT', '意见.txt', Buffer.from(' \n'), 'noWords'],
    ['entities declared to multiply', '意见.docx', docx({ 'word/document.xml': strToU8(`<!DOCTYPE d [<!ENTITY a "第一条"><!ENTITY b "&a;&a;&a;">]>${document(paragraph('&b;'))}`) }), 'damaged'],
    ['an entity that would fetch a file', '意见.docx', docx({ 'word/document.xml': strToU8(`<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>${document(paragraph('&a;'))}`) }), 'damaged'],
    ['numbers with declarations', '意见.docx', file(paragraph('条'), { 'word/numbering.xml': '<!DOCTYPE d><w:numbering/>' }), 'damaged'],
    ['a part in two-byte writing', '意见.docx', docx({ 'word/document.xml': Buffer.from(document(paragraph('第一条')), 'utf16le') }), 'damaged'],
    ['a part cut off', '意见.docx', docx({ 'word/document.xml': strToU8(document(paragraph('第一条')).slice(0, -30)) }), 'damaged'],
    ['a tag that never ends', '意见.docx', docx({ 'word/document.xml': strToU8(`<w:document ${'<a "'.repeat(20_000)}`) }), 'damaged'],
    ['a program called document', '意见.docx', Buffer.from('MZ\u0090not a document'), 'damaged'],
    ['paragraphs that never end', '意见.docx', docx({ 'word/document.xml': strToU8(document(`${'<w:p>'.repeat(200)}${'</w:p>'.repeat(200)}`)) }), 'damaged'],
    ['a part that swells', '意见.docx', docx({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024).fill(32) }), 'tooLong'],
    ['more words than any document', '意见.docx', file(paragraph('条'.repeat(1000)).repeat(600)), 'tooLong'],
  ])('%s: nothing is read, and it is said why', (_, name, bytes, fault) => {
    expect(wordsOf(name, bytes)).toEqual({ fault })
  })

  test('a level below the first or between two numbers nothing', () => {
    const numbers = { 'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="3">${level(0, 'decimal', '%1、')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>` }
    expect(read(file(listed(-5, '条') + listed(0.5, '款') + listed(0, '项'), numbers)).text).toContain('条\n款\n')
  })

  test('a list made to burden the reader stays small', () => {
    const heavy = `<w:numbering><w:abstractNum w:abstractNumId="3">${level(0, 'lowerLetter', '%1'.repeat(5000)).replace('w:val="1"', 'w:val="999999999"')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`
    const words = read(file(listed(0, '条').repeat(2000), { 'word/numbering.xml': heavy }))
    expect(words.text!.length).toBeLessThan(500_000)
  })

  test('any changed byte of a document is answered', () => {
    const bytes = file(paragraph('第一条　会议。'))
    for (let at = 0; at < bytes.length; at += 3) {
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ 0x55
      expect(wordsOf('意见.docx', changed)).toSatisfy((answer: object) => 'text' in answer || 'fault' in answer)
    }
  })
})
