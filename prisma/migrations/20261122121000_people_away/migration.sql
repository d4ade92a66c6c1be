-- People are away, leave, or let another act for them.
CREATE TABLE "handover" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "from_user_id" UUID NOT NULL,
  "to_user_id" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "moved" JSONB NOT NULL,
  "made_by_id" UUID NOT NULL,
  "handed_on" DATE NOT NULL,
  "status" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "handover_pkey" PRIMARY KEY ("id"),
  CONSTRAINT handover_status CHECK (status IN ('made')),
  CONSTRAINT handover_people CHECK (from_user_id <> to_user_id)
);
CREATE INDEX "handover_unit_id_created_at_idx" ON "handover"("unit_id", "created_at");

CREATE TABLE "absence" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "replacement_id" UUID NOT NULL,
  "from_on" DATE NOT NULL,
  "to_on" DATE NOT NULL,
  "reason" TEXT NOT NULL,
  "entered_by_id" UUID NOT NULL,
  "ended_on" DATE,
  "status" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "absence_pkey" PRIMARY KEY ("id"),
  CONSTRAINT absence_status CHECK (status IN ('entered', 'ended')),
  CONSTRAINT absence_people CHECK (user_id <> replacement_id),
  CONSTRAINT absence_days CHECK (from_on <= to_on)
);
CREATE INDEX "absence_user_id_to_on_idx" ON "absence"("user_id", "to_on");
CREATE INDEX "absence_replacement_id_to_on_idx" ON "absence"("replacement_id", "to_on");
CREATE INDEX "absence_unit_id_to_on_idx" ON "absence"("unit_id", "to_on");

CREATE TABLE "delegation" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "grantor_id" UUID NOT NULL,
  "delegate_id" UUID NOT NULL,
  "role" TEXT NOT NULL,
  "from_on" DATE NOT NULL,
  "to_on" DATE NOT NULL,
  "document" TEXT NOT NULL,
  "file_id" UUID NOT NULL,
  "entered_by_id" UUID NOT NULL,
  "revoked_on" DATE,
  "status" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "delegation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT delegation_status CHECK (status IN ('given', 'revoked')),
  CONSTRAINT delegation_people CHECK (grantor_id <> delegate_id),
  CONSTRAINT delegation_days CHECK (from_on <= to_on)
);
CREATE INDEX "delegation_grantor_id_to_on_idx" ON "delegation"("grantor_id", "to_on");
CREATE INDEX "delegation_delegate_id_to_on_idx" ON "delegation"("delegate_id", "to_on");
CREATE INDEX "delegation_unit_id_to_on_idx" ON "delegation"("unit_id", "to_on");

-- For whom a person stands on a day, and by what: along the chain of absences (A away for B, B away for C: C stands for
-- both), and by written delegation. One row a person and reason, with the roles that person holds in the unit that day.
CREATE FUNCTION stands_for(person uuid, day date) RETURNS TABLE (user_id uuid, name text, by_what text, roles text[])
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE chain (user_id, depth) AS (
    SELECT a.user_id, 1 FROM absence a
    WHERE a.replacement_id = person AND a.status = 'entered' AND day BETWEEN a.from_on AND a.to_on
    UNION
    SELECT a.user_id, c.depth + 1 FROM chain c JOIN absence a ON a.replacement_id = c.user_id
    WHERE c.depth < 8 AND a.status = 'entered' AND day BETWEEN a.from_on AND a.to_on
  ), reasons AS (
    SELECT DISTINCT c.user_id, 'absence' AS by_what, NULL::text AS role FROM chain c
    UNION ALL
    SELECT d.grantor_id, 'delegation', d.role FROM delegation d
    WHERE d.delegate_id = person AND d.status = 'given' AND day BETWEEN d.from_on AND d.to_on
  )
  SELECT p.id, p.name, r.by_what, array_agg(DISTINCT g.role)
  FROM reasons r
  JOIN app_user p ON p.id = r.user_id AND p.active AND p.id <> person
  JOIN app_user own ON own.id = person AND own.unit_id = p.unit_id
  JOIN role_grant g ON g.user_id = p.id AND g.unit_id = p.unit_id AND g.from_on <= day AND (g.to_on IS NULL OR g.to_on >= day)
    AND (r.role IS NULL OR g.role = r.role)
  GROUP BY p.id, p.name, r.by_what
  ORDER BY p.id, r.by_what
$$;

-- With whom a person's work rests on a day: with the last of the chain who is there and has an account.
CREATE FUNCTION rests_with(person uuid, day date) RETURNS uuid
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE chain (user_id, depth) AS (
    SELECT person, 0
    UNION
    SELECT a.replacement_id, c.depth + 1 FROM chain c JOIN absence a ON a.user_id = c.user_id
    JOIN app_user p ON p.id = a.replacement_id AND p.active
    WHERE c.depth < 8 AND a.status = 'entered' AND day BETWEEN a.from_on AND a.to_on
  )
  SELECT user_id FROM chain ORDER BY depth DESC LIMIT 1
$$;
