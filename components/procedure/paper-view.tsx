import type { Block, PaperContent, Row } from '@/lib/engine/papers/blocks'
import { attachmentLines } from '@/lib/engine/papers/text'
import type { Watermark } from '@/lib/engine/papers/watermark'
import './paper.css'
import './paper-print.css'
import './paper-form.css'

type Of<T extends Block['type']> = Extract<Block, { type: T }>

/** An official paper on screen and in print; the DOCX draws the same blocks. Chinese in every language of the screen. */
export function PaperView({ paper, sealed, watermark, label }: {
  paper: PaperContent
  sealed: boolean
  watermark: Watermark | null
  label: string
}) {
  return (
    <article className={`paper paper-${paper.format}${watermark?.notice ? ' paper-demo' : ''}`} lang="zh-CN" aria-label={label}>
      {watermark && (
        <>
          {watermark.notice && <p className="paper-notice">{watermark.notice}</p>}
          <div className="paper-watermark" aria-hidden>
            <span>{watermark.mark}</span>
          </div>
        </>
      )}
      <Head paper={paper} />
      {paper.blocks.map((block, at) => (
        <BlockView key={at} block={block} sealed={sealed} />
      ))}
    </article>
  )
}

function Head({ paper }: { paper: PaperContent }) {
  const number = paper.number && <p className="paper-number">{paper.number}</p>
  const mark = <p className="paper-mark">{paper.mark}</p>
  const title = <h2 className="paper-title">{paper.title}</h2>
  const corner = paper.corner && <p className="paper-corner">{paper.corner}</p>
  if (paper.format === 'redHead') {
    return (
      <header>
        {corner}
        {mark}
        <div className={paper.signer ? 'paper-ruled paper-upward' : 'paper-ruled'}>
          {number}
          {paper.signer && <p className="paper-signer">{paper.signer}</p>}
        </div>
        {title}
      </header>
    )
  }
  const numberFirst = paper.format === 'letter'
  return (
    <header>
      {corner}
      {mark}
      {numberFirst && number}
      {title}
      {!numberFirst && number}
    </header>
  )
}

function BlockView({ block, sealed }: { block: Block; sealed: boolean }) {
  switch (block.type) {
    case 'addressee':
      return <p className="paper-flush">{block.text}</p>
    case 'heading':
      return block.level === 1 ? <h3 className="paper-chapter">{block.text}</h3> : <h4 className="paper-section">{block.text}</h4>
    case 'paragraph':
      return <p className={block.indent ? 'paper-indent' : 'paper-flush'}>{block.text}</p>
    case 'labelled':
      return (
        <p className="paper-labelled">
          <span>{block.label}</span>
          <span>{block.text}</span>
        </p>
      )
    case 'table':
      return <PaperTable table={block} />
    case 'attachments':
      return (
        <div className="paper-attachments">
          <p>{block.label}</p>
          <div>
            {attachmentLines(block.items).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </div>
      )
    case 'signature':
      return (
        <div className="paper-signature">
          {block.sealPlace && !sealed && <p className="paper-seal">{block.sealPlace}</p>}
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {block.date && <p>{block.date}</p>}
        </div>
      )
    case 'copies':
      return <p className="paper-copies">{block.text}</p>
  }
}

function PaperTable({ table }: { table: Of<'table'> }) {
  const whole = table.widths.reduce((sum, width) => sum + width, 0)
  return (
    <table className="paper-table">
      <colgroup>
        {table.widths.map((width, at) => (
          // An attribute, not a style: the content policy allows no style attributes.
          <col key={at} width={`${((width / whole) * 100).toFixed(2)}%`} />
        ))}
      </colgroup>
      <tbody>
        {table.rows.map((row, at) => (
          <PaperRow key={at} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function PaperRow({ row }: { row: Row }) {
  return (
    <tr className={row.tall ? 'paper-tall' : undefined}>
      {row.cells.map((cell, at) => {
        const lines = cell.text.map((line, index) => <p key={index}>{line}</p>)
        return cell.role === 'value' ? (
          <td key={at} colSpan={cell.span}>
            {lines}
          </td>
        ) : (
          <th key={at} colSpan={cell.span} scope={cell.role === 'head' ? 'col' : 'row'} className={`paper-${cell.role}`}>
            {lines}
          </th>
        )
      })}
    </tr>
  )
}
