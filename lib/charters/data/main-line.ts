import type { LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { read, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { mainLineTerms, type MainLineTerms, type Promised } from '../rules/main-line'
import { termsSchema, type ObligationKind } from '../schema'
import { inForceOn } from './in-force'

type Row = { readonly article: string; readonly text: string; readonly kind: string; readonly owedBy: string; readonly terms: unknown }

/** Obligations of the opinions in force in a place on a day that change something in the main line. */
export const mainLineRowsOf = (regionCode: string, on: LocalDate): Read<Row> => read(Prisma.sql`
  SELECT p.article, p.text, o.kind, o.owed_by AS "owedBy", o.terms
  FROM charter c JOIN obligation o ON o.charter_id = c.id JOIN provision p ON p.id = o.provision_id
  WHERE c.region_code = ${regionCode} AND ${inForceOn(on)} AND (o.terms ? 'effect' OR o.terms->>'duty' = 'clue.refer')
  ORDER BY p.ordinal, o.id`)

export const toMainLineTerms = (regionCode: string, rows: readonly Row[]): MainLineTerms =>
  mainLineTerms(regionCode, rows.map((row): Promised => ({ ...row, kind: row.kind as ObligationKind, terms: termsSchema.parse(row.terms) })))

export const mainLineTermsOn = async (tx: Tx, regionCode: string, on: LocalDate): Promise<MainLineTerms> =>
  toMainLineTerms(regionCode, await tx.$queryRaw<Row[]>(mainLineRowsOf(regionCode, on).sql))
