import { pageFormat } from './format'

/** What stands behind the text of every page, and the line above it. */
export type Watermark = { mark: string; notice: string }

/** A void paper says so; every paper of a demonstration says that it is one. */
export function watermarkOf({ status, demo }: { status: string; demo: boolean }): Watermark | null {
  const format = pageFormat()
  const notice = demo ? format.demo.notice : ''
  if (status === 'void') return { mark: format.voidMark, notice }
  return demo ? { mark: format.demo.mark, notice } : null
}
