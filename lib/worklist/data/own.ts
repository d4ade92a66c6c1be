import { contactRoles } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { idArray, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { openClue } from '../rules'

type Naming = {
  /** Records of this kind in the name of one of these people. */
  readonly of: (people: Prisma.Sql) => Prisma.Sql
  /** Where nobody need be named: whether this one, `d.subject_id`, names nobody of the unit that owes. */
  readonly nobody?: Prisma.Sql
}

const agencyWithout = (join: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT 1 FROM handling h ${join} AND h.agency_id = d.owed_by_unit_id AND h.handler_id IS NULL)`

/** Who is at work on the record a clock belongs to; a rule test holds these kinds beside those whose people are reminded by name. */
export const naming: Readonly<Record<string, Naming>> = {
  clue: { of: (people) => Prisma.sql`SELECT id FROM clue WHERE handler_id = ANY(${people}) AND status IN (${Prisma.raw(openClue.map((state) => `'${state}'`).join(', '))})` },
  case: {
    of: (people) => Prisma.sql`SELECT id FROM case_file WHERE lead_prosecutor_id = ANY(${people}) AND status <> 'concluded'
      UNION ALL SELECT case_id FROM case_member WHERE user_id = ANY(${people}) AND to_on IS NULL`,
  },
  recommendation: {
    of: (people) => Prisma.sql`SELECT id FROM recommendation WHERE author_id = ANY(${people}) AND status NOT IN ('closed', 'withdrawn')
      UNION ALL SELECT recommendation_id FROM handling WHERE handler_id = ANY(${people})`,
    nobody: agencyWithout(Prisma.sql`WHERE h.recommendation_id = d.subject_id`),
  },
  handling: { of: (people) => Prisma.sql`SELECT id FROM handling WHERE handler_id = ANY(${people})`, nobody: agencyWithout(Prisma.sql`WHERE h.id = d.subject_id`) },
  dutyCycle: {
    of: (people) => Prisma.sql`SELECT y.id FROM handling h JOIN duty_cycle y ON y.recommendation_id = h.recommendation_id
      WHERE h.handler_id = ANY(${people}) AND h.status NOT IN ('closed', 'withdrawn') AND y.status IN ('open', 'askedAgain')`,
    nobody: agencyWithout(Prisma.sql`JOIN duty_cycle y ON y.recommendation_id = h.recommendation_id WHERE y.id = d.subject_id AND h.status NOT IN ('closed', 'withdrawn')`),
  },
  letter: {
    of: (people) => Prisma.sql`SELECT id FROM letter WHERE handler_id = ANY(${people}) AND status NOT IN ('closed', 'withdrawn')`,
    nobody: Prisma.sql`EXISTS (SELECT 1 FROM letter l WHERE l.id = d.subject_id AND l.handler_id IS NULL)`,
  },
  lookBack: {
    of: (people) => Prisma.sql`SELECT l.id FROM case_file c CROSS JOIN LATERAL (SELECT b.id FROM look_back b WHERE b.case_id = c.id AND b.status = 'planned' OFFSET 0) l
      WHERE c.lead_prosecutor_id = ANY(${people})`,
  },
  ...Object.fromEntries((['filing', 'supervision'] as const).map((kind) => [kind, {
    of: (people: Prisma.Sql) => Prisma.sql`SELECT m.id FROM case_file c JOIN oversight_matter m ON m.case_id = c.id AND m.kind = ${kind} WHERE c.lead_prosecutor_id = ANY(${people})`,
  }])),
  caseFamily: { of: (people) => Prisma.sql`SELECT id FROM case_family WHERE lead_id = ANY(${people})` },
  bulletin: { of: (people) => Prisma.sql`SELECT id FROM bulletin WHERE author_id = ANY(${people})` },
  bulletinReading: {
    of: (people) => Prisma.sql`SELECT g.id FROM bulletin b JOIN bulletin_reading g ON g.bulletin_id = b.id WHERE b.reader_ids && ${people}`,
    nobody: Prisma.sql`EXISTS (SELECT 1 FROM bulletin_reading g JOIN bulletin b ON b.id = g.bulletin_id WHERE g.id = d.subject_id AND cardinality(b.reader_ids) = 0)`,
  },
}

const answersForUnit = ({ roles }: Scope) => roles.some((role) => (contactRoles as readonly string[]).includes(role))

/** Id, end and state of the person's own clocks among these: by name, and of what names nobody for whoever answers for the unit. */
export function ownClocks(scope: Scope, open: Prisma.Sql): Prisma.Sql {
  const people = idArray(scope.people)
  const byName = Prisma.join(Object.entries(naming).map(([type, { of }]) => Prisma.sql`SELECT ${type} AS type, id FROM (${of(people)}) named`), ' UNION ALL ')
  const named = Prisma.sql`SELECT d.id, d.end_on, d.status FROM deadline d WHERE ${open} AND (d.subject_type, d.subject_id) IN (${byName})`
  if (!answersForUnit(scope)) return named
  const without = Object.entries(naming).flatMap(([type, { nobody }]) => (nobody ? [Prisma.sql`d.subject_type = ${type} AND ${nobody}`] : []))
  return Prisma.sql`${named} UNION SELECT d.id, d.end_on, d.status FROM deadline d WHERE ${open}
    AND (d.subject_type <> ALL(${textArray(Object.keys(naming))}) OR ${Prisma.join(without, ' OR ')})`
}
