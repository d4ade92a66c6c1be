type FilingOpinion = {
  readonly inferiorName: string
  readonly documentTitle: string
  readonly documentNumber: string | null
  readonly wanted: string
  readonly opinion: string
}

export const filingOpinion = ({ documentNumber, ...facts }: FilingOpinion) => ({ ...facts, documentNumber: documentNumber ?? undefined })
