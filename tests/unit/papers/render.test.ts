import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PaperView } from '@/components/procedure/paper-view'
import type { PaperContent } from '@/lib/engine/papers/blocks'
import { composePaper } from '@/lib/engine/papers/compose'
import { renderDocx } from '@/lib/engine/papers/docx'
import { pageFormat } from '@/lib/engine/papers/format'
import { paperKinds } from '@/lib/engine/papers/library'
import { paperText } from '@/lib/engine/papers/text'
import { watermarkOf } from '@/lib/engine/papers/watermark'
import { samples } from './samples'

function paperOf(kind: string): PaperContent {
  const composed = composePaper(kind, '2026-11-22', samples[kind] ?? {})
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
  return composed.paper
}

const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
const squeezed = (text: string) => plain(text).replaceAll(/\s/g, '')
const wordText = (xml: string) => squeezed([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''))

type Options = Parameters<typeof renderDocx>[1]

async function open(paper: PaperContent, options: Options = { watermark: null, sealed: false }) {
  const files = unzipSync(await renderDocx(paper, options))
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const headers = Object.keys(files).filter((name) => /^word\/header\d+\.xml$/.test(name)).map(read)
  const footers = Object.keys(files).filter((name) => /^word\/footer\d+\.xml$/.test(name)).map(read)
  return { document: read('word/document.xml'), headers, footers, styles: read('word/styles.xml') }
}

function view(paper: PaperContent, options: Options = { watermark: null, sealed: false }): string {
  return renderToStaticMarkup(createElement(PaperView, { paper, label: '', ...options }))
}

describe.each(paperKinds())('%s', (kind) => {
  const paper = paperOf(kind)

  it('reads the same on the screen and in the document', async () => {
    const { document, headers } = await open(paper)
    const inDocument = (paper.format === 'letter' ? headers.map(wordText).join('') : '') + wordText(document)
    expect(inDocument).toBe(squeezed(view(paper).replaceAll(/<[^>]*>/g, '')))
    for (const line of paperText(paper)) expect(inDocument).toContain(squeezed(line))
  })

  it('carries no style attribute, which the content policy would drop', () => {
    expect(view(paper, { watermark: watermarkOf({ status: 'issued', demo: true }), sealed: false })).not.toMatch(/ style=/)
  })
})

describe('geometry', () => {
  const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4)

  it('is A4 with the margins of the standard, 28.8 pt lines and 16 pt type by the standard fonts', async () => {
    const { document, styles } = await open(paperOf('recommendationLetter'))
    const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(document)
    expect([mm(size?.[1]), mm(size?.[2])]).toEqual([210, 297])
    const margin = (edge: string) => mm(new RegExp(`<w:pgMar[^>]* w:${edge}="(\\d+)"`).exec(document)?.[1])
    expect(['top', 'bottom', 'left', 'right'].map(margin)).toEqual([37, 35, 28, 26])
    expect(document).toContain('w:line="576" w:lineRule="exact"')
    expect(document).toContain('w:linePitch="576"')
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"')
    expect(styles).toContain('<w:sz w:val="32"/>')
    for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312']) expect(document).toContain(`w:eastAsia="${font}"`)
  })

  it('gives a form a page of its own measure, and keeps its opinions together', async () => {
    const { document } = await open(paperOf('filingApprovalForm'))
    const margin = (edge: string) => mm(new RegExp(`<w:pgMar[^>]* w:${edge}="(\\d+)"`).exec(document)?.[1])
    expect(['top', 'bottom', 'left', 'right'].map(margin)).toEqual([20, 16, 28, 26])
    const rows = document.split('<w:tr>').slice(1)
    expect(rows.every((row) => /<w:sz w:val="24"\/>/.test(row))).toBe(true)
    const kept = rows.filter((row) => row.includes('意见')).map((row) => row.includes('<w:keepNext/>'))
    expect(kept).toEqual([true, true])
    expect(rows.at(-1)).not.toContain('<w:keepNext/>')
  })

  it('brings 28 characters into a line of 156 mm', async () => {
    const { document } = await open(paperOf('recommendationLetter'))
    const spacing = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(document)?.[1]) / 20
    const width = (156 / 25.4) * 72
    expect(Math.floor(width / (16 + spacing))).toBe(28)
  })

  it('prints from the same numbers', () => {
    const { page, form, grid, sizePt, red, demo } = pageFormat()
    const css = ['paper', 'paper-print', 'paper-form'].map((name) => readFileSync(`components/procedure/${name}.css`, 'utf8')).join('')
    expect(css).toContain(`size: ${page.widthMm}mm ${page.heightMm}mm`)
    expect(css).toContain(`margin: ${page.topMm}mm ${page.rightMm}mm ${page.bottomMm}mm ${page.leftMm}mm`)
    expect(css).toContain(`margin: ${form.topMm}mm ${page.rightMm}mm ${form.bottomMm}mm ${page.leftMm}mm`)
    expect(css).toContain(`.paper-form .paper-table {\n  font-size: ${sizePt.table}pt;`)
    expect(css).toContain(`font-size: ${sizePt.body}pt;\n  line-height: ${grid.linePt}pt`)
    expect(css).toContain(`content: '${demo.notice}'`)
    expect(css).toContain(`--paper-red: #${red.toLowerCase()}`)
  })

  it('numbers pages outside, but not the first of a letter, which has its lower red line there', async () => {
    const plainPaper = await open(paperOf('filingDecision'))
    expect(plainPaper.footers).toHaveLength(2)
    for (const footer of plainPaper.footers) expect(footer).toMatch(/— .*PAGE.* —/s)
    const letter = await open(paperOf('agencyReplyLetter'))
    expect(letter.document).toContain('<w:titlePg/>')
    const first = letter.footers.filter((footer) => !footer.includes('PAGE'))
    expect(first).toHaveLength(1)
    expect(first[0]).toMatch(/<w:top w:val="thinThickSmallGap" w:color="D40000"/)
  })
})

describe('marks', () => {
  const demo = watermarkOf({ status: 'issued', demo: true })

  it('a demo paper says so on every page', async () => {
    for (const kind of ['filingDecision', 'agencyReplyLetter']) {
      const { headers } = await open(paperOf(kind), { watermark: demo, sealed: false })
      expect(headers.length).toBeGreaterThan(1)
      for (const header of headers) {
        expect(header).toContain('演示数据，与真实单位无关')
        expect(header).toMatch(/<v:textpath [^>]*string="样例"/)
      }
      const shown = view(paperOf(kind), { watermark: demo, sealed: false })
      expect(shown).toContain('样例')
      expect(shown).toContain('演示数据，与真实单位无关')
    }
  })

  it('a real paper carries none, a void one its own', async () => {
    expect(watermarkOf({ status: 'sealed', demo: false })).toBeNull()
    const { headers } = await open(paperOf('filingDecision'))
    for (const header of headers) expect(header).not.toContain('textpath')
    const voided = watermarkOf({ status: 'void', demo: false })
    const { headers: marked } = await open(paperOf('filingDecision'), { watermark: voided, sealed: false })
    for (const header of marked) expect(header).toMatch(/string="作废"/)
  })

  it('shows the place of the seal only until there is one, and never on papers that bear none', async () => {
    const paper = paperOf('filingDecision')
    expect((await open(paper)).document).toContain('（印章处）')
    expect(view(paper)).toContain('（印章处）')
    expect((await open(paper, { watermark: null, sealed: true })).document).not.toContain('（印章处）')
    expect(view(paper, { watermark: null, sealed: true })).not.toContain('（印章处）')
    expect(view(paperOf('filingApprovalForm'))).not.toContain('（印章处）')
  })
})
