import { z } from 'zod'
import { localDate } from '@/lib/platform/clock'
import { canonicalJson, sha256 } from '@/lib/platform/canonical'
import { refuse } from '@/lib/platform/errors'
import type { Paper } from '@/prisma/generated/client'
import type { PaperContent } from './blocks'
import type { PaperData } from './values'

/** What a paper row keeps: the fields it was made from and the blocks they made, as they were when it was signed. */
export type Frozen = { fields: PaperData; content: PaperContent }

type Sealed = Pick<
  Paper,
  | 'kind' | 'templateVersion' | 'regionCode' | 'subjectType' | 'subjectId' | 'issuerUnitId' | 'title' | 'number' | 'zone'
> & { issuedOn: string; data: unknown }

export function contentHash(paper: Sealed): string {
  return sha256(
    canonicalJson({
      kind: paper.kind,
      templateVersion: paper.templateVersion,
      regionCode: paper.regionCode,
      subjectType: paper.subjectType,
      subjectId: paper.subjectId,
      issuerUnitId: paper.issuerUnitId,
      title: paper.title,
      number: paper.number,
      zone: paper.zone,
      issuedOn: paper.issuedOn,
      data: paper.data,
    }),
  )
}

const frozenSchema = z.custom<Frozen>(
  (value) => typeof value === 'object' && value !== null && 'fields' in value && 'content' in value,
)

/** The frozen paper, refused when the row no longer is what was signed. */
export function unfreeze(paper: Paper): Frozen {
  const now = contentHash({ ...paper, issuedOn: localDate(paper.issuedOn) })
  if (now !== paper.contentHash) throw refuse('papers.refuse.altered', { title: paper.title, number: paper.number ?? '' })
  return frozenSchema.parse(paper.data)
}
