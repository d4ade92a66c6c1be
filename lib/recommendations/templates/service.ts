import type { LocalDate } from '@/lib/platform/clock'
import { paperWords } from './letter'

export type ServiceFacts = {
  readonly method: string
  readonly sentOn: LocalDate
  readonly address: string
  readonly servers: readonly string[]
  readonly mailNumber?: string
  readonly entrustedTo?: string
  readonly attendees?: readonly string[]
  readonly electronicBasis?: string
}

export type ReceiptFacts = {
  readonly receivedOn: LocalDate
  readonly receivedBy?: string
  readonly receiverPost?: string
  readonly refusalReason?: string
  readonly witness?: string
  readonly mediaRefs?: string
  readonly note?: string
}

type Letter = { readonly caseTitle: string; readonly number: string | null; readonly agencyName: string }

export function serviceReceipt(letter: Letter, service: ServiceFacts, receipt: ReceiptFacts) {
  const t = paperWords()
  return {
    caseTitle: letter.caseTitle, documentTitle: t('paper.letterName'), documentNumber: letter.number ?? undefined, count: 1,
    recipient: letter.agencyName, address: service.address, method: service.method,
    sentOn: service.sentOn, receivedOn: receipt.receivedOn, signer: receipt.receivedBy, signerRole: receipt.receiverPost,
    refusalReason: receipt.refusalReason, mailNumber: service.mailNumber, entrustedTo: service.entrustedTo,
    attendees: service.attendees,
    electronicSystem: service.electronicBasis ? t(`paper.electronic.${service.electronicBasis}`) : undefined,
    witnesses: receipt.witness ? [receipt.witness] : undefined, servers: service.servers, mediaRefs: receipt.mediaRefs,
    remark: receipt.note,
  }
}

type Filed = Letter & {
  readonly addressee: string
  readonly signerName: string
  readonly decidedOn: LocalDate
  readonly deliveredOn: LocalDate
  readonly summary: string
  readonly measures: readonly string[]
  readonly contactName: string
  readonly contactPhone: string
}

/** 备案 with the superior (办案规则 75). */
export function recordReport({ number, measures, ...filed }: Filed) {
  const t = paperWords()
  return {
    ...filed,
    documentTitle: t('paper.letterName'), documentNumber: number ?? undefined, contents: measures,
    attachments: [t('paper.letterName'), t('paper.receiptName')],
  }
}
