import { Prisma } from '@/prisma/generated/client'

/** The chains there are, one row a `stream`: from one to the next along the index, never through their lines. */
export const auditStreams = Prisma.sql`(
  WITH RECURSIVE s AS (
    (SELECT e.stream FROM audit_event e ORDER BY e.stream LIMIT 1)
    UNION ALL SELECT (SELECT e.stream FROM audit_event e WHERE e.stream > s.stream ORDER BY e.stream LIMIT 1) FROM s WHERE s.stream IS NOT NULL)
  SELECT s.stream FROM s WHERE s.stream IS NOT NULL)`
