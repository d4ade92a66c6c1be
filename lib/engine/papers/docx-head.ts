import { BorderStyle, Paragraph, TabStopType } from 'docx'
import type { PaperContent } from './blocks'
import { pageFormat } from './format'
import { blankLine, centred, characters, dots, exactLine, looseLine, paragraph, right, run, twip } from './docx-text'

/** Everything above the addressee. */
export function drawHead(paper: PaperContent): Paragraph[] {
  const corner = paper.corner ? [paragraph(paper.corner, { face: 'heading' }, paper.format === 'form' ? { spacing: exactLine(20) } : {})] : []
  return [...corner, ...heads[paper.format](paper)]
}

const heads: Record<PaperContent['format'], (paper: PaperContent) => Paragraph[]> = {
  redHead: (paper) => [redMark(paper, 35), blankLine(), blankLine(), numberLine(paper), blankLine(), title(paper), blankLine()],
  letter: (paper) => [
    paragraph(paper.number ?? '', {}, right),
    blankLine(),
    title(paper),
    blankLine(),
  ],
  minutes: (paper) => [redMark(paper, 0), redLine(), title(paper), ...(paper.number ? [paragraph(paper.number, {}, centred)] : []), blankLine()],
  procuratorial: (paper) => [
    markLine(paper),
    nameLine(paper),
    blankLine(),
    ...(paper.number ? [paragraph(paper.number, {}, { ...right, indent: { right: characters(1) } }), blankLine()] : []),
  ],
  form: (paper) => formHead(paper),
  receipt: (paper) => formHead(paper),
}

function formHead(paper: PaperContent): Paragraph[] {
  const number = paper.number ? [paragraph(paper.number, {}, right)] : []
  return [markLine(paper), nameLine(paper), ...number, paragraph('', {}, { spacing: exactLine(paper.format === 'form' ? 6 : 14) })]
}

function redMark(paper: PaperContent, beforeMm: number): Paragraph {
  const { sizePt, red } = pageFormat()
  const size = paper.mark.length > 10 ? sizePt.mark : sizePt.markLarge
  return new Paragraph({
    ...centred,
    spacing: looseLine(size, (beforeMm / 25.4) * 72),
    children: [run(paper.mark, { face: 'title', sizePt: size, colour: red })],
  })
}

function redLine(): Paragraph {
  const { red } = pageFormat()
  return new Paragraph({
    spacing: { ...exactLine(12), after: dots(16) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 1, color: red } },
    children: [],
  })
}

/** The number over the red line; on a paper that goes up, to the left with the one who signed to the right. */
function numberLine(paper: PaperContent): Paragraph {
  const { page, red } = pageFormat()
  const ruled = {
    spacing: exactLine(),
    // 4 mm below the number.
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: red } },
  }
  const number = run(paper.number ?? '')
  if (!paper.signer) return new Paragraph({ ...ruled, ...centred, children: [number] })
  const [label = '', name = ''] = paper.signer.split(pageFormat().words.colon)
  return new Paragraph({
    ...ruled,
    indent: { firstLine: characters(1) },
    tabStops: [{ type: TabStopType.RIGHT, position: twip(page.widthMm - page.leftMm - page.rightMm) - characters(1) }],
    children: [number, run(`\t${label}${pageFormat().words.colon}`), run(name, { face: 'subheading' })],
  })
}

function title(paper: PaperContent): Paragraph {
  const { sizePt } = pageFormat()
  return paragraph(paper.title, { face: 'title', sizePt: sizePt.title }, {
    ...centred,
    spacing: looseLine(sizePt.title),
    indent: { left: characters(1), right: characters(1) },
  })
}

function markLine(paper: PaperContent): Paragraph {
  const { sizePt } = pageFormat()
  return paragraph(paper.mark, { face: 'title', sizePt: sizePt.title }, { ...centred, spacing: looseLine(sizePt.title, 0, 6) })
}

function nameLine(paper: PaperContent): Paragraph {
  const { sizePt } = pageFormat()
  return paragraph(paper.title, { face: 'title', sizePt: sizePt.name }, { ...centred, spacing: looseLine(sizePt.name) })
}
