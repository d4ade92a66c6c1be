import { z } from 'zod'
import domainFacts from '@/facts/dictionaries/domains.json'
import sourceFacts from '@/facts/dictionaries/clue-sources.json'
import { unitKinds, type UnitKind } from '@/lib/platform/roles'

type LocalDate = string

const domainSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  name: z.string(),
  /** 法定、新增、探索. */
  class: z.enum(['statutory', 'added', 'exploratory']),
  kinds: z.array(z.enum(['administrative', 'civil'])).min(1),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  basis: z.array(z.strictObject({ ref: z.string(), from: z.iso.date(), to: z.iso.date().nullable() })).min(1),
  needsSuperiorApproval: z.boolean(),
  level: z.enum(['city']).nullable(),
  confidence: z.enum(['A', 'B', 'C', 'M']),
  note: z.string().optional(),
})

const sourceSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  name: z.string(),
  /** Item of 办案规则 24 it falls under. */
  article24: z.int().min(1).max(6),
  /** Bodies that may refer under this source. */
  referredBy: z.array(z.enum(unitKinds)),
  enteredByProcuratorate: z.boolean(),
  /** How a paper begins its account of the source. */
  paper: z.string(),
})

export type Domain = z.infer<typeof domainSchema>
export type ClueSource = z.infer<typeof sourceSchema>

const domainList: readonly Domain[] = z.array(domainSchema).parse(domainFacts)
const sourceList: readonly ClueSource[] = z.array(sourceSchema).parse(sourceFacts)
const domainByKey = new Map(domainList.map((domain) => [domain.key, domain]))
const sourceByKey = new Map(sourceList.map((source) => [source.key, source]))

export const listDomains = (): readonly Domain[] => domainList
export const findDomain = (key: string): Domain | undefined => domainByKey.get(key)

const within = (day: LocalDate, from: LocalDate, to: LocalDate | null) => from <= day && (to === null || day <= to)

/** The fields one may choose on a day (办案规则 110: the scope follows new laws by itself). */
export const domainsOn = (day: LocalDate): Domain[] => domainList.filter(({ validFrom, validTo }) => within(day, validFrom, validTo))

export const isDomainOn = (key: string, day: LocalDate): boolean => domainsOn(day).some((domain) => domain.key === key)

/** 法定、新增、探索 on a day: before its law was in force a field was one to be explored. */
export function domainClassOn(key: string, day: LocalDate): Domain['class'] {
  const domain = findDomain(key)
  return domain && day >= domain.validFrom ? domain.class : 'exploratory'
}

/** Cases in such a field are opened only with the superior's approval on record. */
export const needsApproval = (key: string, day: LocalDate): boolean => domainClassOn(key, day) === 'exploratory' || (findDomain(key)?.needsSuperiorApproval ?? true)

/** The articles a field stands on that day, as papers cite them. */
export function domainBasisOn(key: string, day: LocalDate): string[] {
  return (findDomain(key)?.basis ?? []).filter(({ from, to }) => within(day, from, to)).map(({ ref }) => ref)
}

/** Chinese name, as papers write it; screens take theirs from the messages. */
export const domainName = (key: string): string => domainByKey.get(key)?.name ?? key

export const listSources = (): readonly ClueSource[] => sourceList
export const findSource = (key: string): ClueSource | undefined => sourceByKey.get(key)
export const sourceName = (key: string): string => sourceByKey.get(key)?.name ?? key

export const sourcesReferredBy = (kind: UnitKind): ClueSource[] => sourceList.filter(({ referredBy }) => referredBy.includes(kind))
export const sourcesEntered = (): ClueSource[] => sourceList.filter(({ enteredByProcuratorate }) => enteredByProcuratorate)
