import { AlignmentType, LineRuleType, Paragraph, TextRun, convertMillimetersToTwip, type IParagraphOptions } from 'docx'
import { pageFormat } from './format'

export type Face = 'body' | 'title' | 'heading' | 'subheading' | 'page'
export type Look = { face?: Face; sizePt?: number; colour?: string }

export const twip = (mm: number): number => Math.round(convertMillimetersToTwip(mm))
/** Twentieths of a point. */
export const dots = (pt: number): number => Math.round(pt * 20)
/** The width of so many characters of the body. */
export const characters = (n: number): number => dots(n * pageFormat().sizePt.body)

export function fontOf(face: Face) {
  const name = pageFormat().fonts[face]
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' as const }
}

/** Brings 28 characters into a line. A grid of characters would do so too, but word processors read it differently. */
function gridSpacingPt(): number {
  const { page, grid, sizePt } = pageFormat()
  const textWidthPt = ((page.widthMm - page.leftMm - page.rightMm) / 25.4) * 72
  return Math.floor((textWidthPt / grid.characters - sizePt.body) * 20) / 20
}

export function run(text: string, look: Look = {}): TextRun {
  const { sizePt } = pageFormat()
  const size = look.sizePt ?? sizePt.body
  return new TextRun({
    text,
    font: fontOf(look.face ?? 'body'),
    size: size * 2,
    ...(size === sizePt.body ? { characterSpacing: dots(gridSpacingPt()) } : {}),
    ...(look.colour ? { color: look.colour } : {}),
  })
}

export function paragraph(text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: exactLine(), ...options, children: [run(text, look)] })
}

export function exactLine(linePt = pageFormat().grid.linePt) {
  return { line: dots(linePt), lineRule: LineRuleType.EXACT, before: 0, after: 0 }
}

/** Large type does not fit the grid's exact line. */
export function looseLine(sizePt: number, beforePt = 0, afterPt = 0) {
  return { line: dots(sizePt * 1.3), lineRule: LineRuleType.EXACT, before: dots(beforePt), after: dots(afterPt) }
}

export const blankLine = (): Paragraph => new Paragraph({ spacing: exactLine(), children: [] })

export const centred = { alignment: AlignmentType.CENTER } as const
export const right = { alignment: AlignmentType.RIGHT } as const
