import { BorderStyle, Footer, Header, ImportedXmlComponent, PageNumber, Paragraph, TextRun } from 'docx'
import type { PaperContent } from './blocks'
import { pageFormat } from './format'
import type { Watermark } from './watermark'
import { centred, characters, dots, exactLine, fontOf, looseLine, paragraph, right, run, twip } from './docx-text'

const grey = '8C8C8C'
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The way word processors keep a watermark: WordArt behind the text, hung in the header. */
function watermarkRun({ mark }: Watermark): ImportedXmlComponent {
  const font = escape(pageFormat().fonts.title)
  return ImportedXmlComponent.fromXmlString(
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" ' +
      'xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>' +
      '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">' +
      '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>' +
      '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>' +
      '<v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/>' +
      '<v:textpath on="t" fitshape="t"/></v:shapetype>' +
      '<v:shape id="PaperWatermark" o:spid="_x0000_s2049" type="#_x0000_t136" ' +
      'style="position:absolute;width:300pt;height:150pt;rotation:315;z-index:-251658752;' +
      'mso-position-horizontal:center;mso-position-horizontal-relative:margin;' +
      'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d9d9d9" stroked="f">' +
      `<v:fill opacity=".5"/><v:textpath style="font-family:&quot;${font}&quot;;font-size:1pt" string="${escape(mark)}"/>` +
      '</v:shape></w:pict></w:r>',
  )
}

function demoParagraphs(watermark: Watermark | null): Paragraph[] {
  if (!watermark) return []
  const { sizePt } = pageFormat()
  const line = paragraph(watermark.notice, { face: 'page', sizePt: sizePt.notice, colour: grey }, {
    ...centred,
    spacing: { ...exactLine(sizePt.notice * 1.5), after: dots(sizePt.notice) },
  })
  line.addChildElement(watermarkRun(watermark))
  return [line]
}

const header = (watermark: Watermark | null) => new Header({ children: demoParagraphs(watermark) })

/** The letter's own head: the sender in red, and below it a thick line over a thin one. */
function letterHeader(paper: PaperContent, watermark: Watermark | null): Header {
  const { sizePt, red } = pageFormat()
  return new Header({
    children: [
      ...demoParagraphs(watermark),
      new Paragraph({
        ...centred,
        ...letterLine('bottom', BorderStyle.THICK_THIN_SMALL_GAP),
        spacing: looseLine(sizePt.mark),
        children: [run(paper.mark, { face: 'title', sizePt: sizePt.mark, colour: red })],
      }),
    ],
  })
}

/** Both lines of a letter are wider than its text and centred on the sheet. */
function letterLine(edge: 'top' | 'bottom', style: (typeof BorderStyle)[keyof typeof BorderStyle]) {
  const { page, letter, red } = pageFormat()
  const side = (page.widthMm - letter.lineMm) / 2
  return {
    indent: { left: twip(side - page.leftMm), right: twip(side - page.rightMm) },
    border: { [edge]: { style, size: 24, space: 4, color: red } },
  }
}

function pageNumber(side: 'odd' | 'even'): Paragraph {
  const { words, sizePt } = pageFormat()
  const [before = '', after = ''] = words.page.split('{page}')
  const look = { font: fontOf('page'), size: sizePt.small * 2 }
  return new Paragraph({
    ...(side === 'odd' ? { ...right, indent: { right: characters(1) } } : { indent: { left: characters(1) } }),
    spacing: exactLine(sizePt.small * 1.3),
    children: [new TextRun({ ...look, children: [before, PageNumber.CURRENT, after] })],
  })
}

export function headersAndFooters(paper: PaperContent, watermark: Watermark | null) {
  const letter = paper.format === 'letter'
  const lowerLine = new Footer({
    children: [
      new Paragraph({
        ...letterLine('top', BorderStyle.THIN_THICK_SMALL_GAP),
        spacing: exactLine(6),
        children: [],
      }),
    ],
  })
  return {
    headers: {
      default: header(watermark),
      even: header(watermark),
      ...(letter ? { first: letterHeader(paper, watermark) } : {}),
    },
    footers: {
      default: new Footer({ children: [pageNumber('odd')] }),
      even: new Footer({ children: [pageNumber('even')] }),
      ...(letter ? { first: lowerLine } : {}),
    },
  }
}

/** Where headers and footers stand: the number's dash 7 mm below the text, the letter's lower line 20 mm above the edge. */
export function pageMargins(paper: PaperContent, watermark: Watermark | null) {
  const { page, form, footer, letter, sizePt } = pageFormat()
  const { topMm, bottomMm } = paper.format === 'form' ? form : page
  const dashPt = dots(sizePt.small * 1.3)
  return {
    top: twip(topMm),
    bottom: twip(bottomMm),
    left: twip(page.leftMm),
    right: twip(page.rightMm),
    header: twip(paper.format === 'letter' ? letter.markMm - (watermark ? 8 : 0) : paper.format === 'form' ? 10 : 15),
    footer: paper.format === 'letter' ? twip(letter.lowerLineMm) : twip(bottomMm - footer.dashMm) - Math.round(dashPt / 2),
  }
}
