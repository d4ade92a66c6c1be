import { Document, DocumentGridType, Packer } from 'docx'
import type { PaperContent } from './blocks'
import { drawBody, isForm } from './docx-blocks'
import { drawHead } from './docx-head'
import { headersAndFooters, pageMargins } from './docx-page'
import { fontOf, twip } from './docx-text'
import { pageFormat } from './format'
import type { Watermark } from './watermark'

export type DocxOptions = { watermark: Watermark | null; sealed: boolean }

/** The paper as DOCX in the geometry of GB/T 9704; fonts are named, not embedded. */
export async function renderDocx(paper: PaperContent, { watermark, sealed }: DocxOptions): Promise<Uint8Array> {
  const { page, grid, sizePt } = pageFormat()
  const document = new Document({
    title: paper.title,
    creator: paper.mark,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fontOf('body'), size: sizePt.body * 2 } } } },
    sections: [
      {
        properties: {
          titlePage: paper.format === 'letter',
          page: {
            size: { width: twip(page.widthMm), height: twip(page.heightMm) },
            margin: pageMargins(paper, watermark),
          },
          grid: {
            // Rows of a form are set by themselves and would otherwise snap to the lines of running text.
            type: isForm(paper.format) ? DocumentGridType.DEFAULT : DocumentGridType.LINES,
            linePitch: grid.linePt * 20,
          },
        },
        ...headersAndFooters(paper, watermark),
        children: [...drawHead(paper), ...drawBody(paper, sealed)],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
