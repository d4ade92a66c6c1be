-- Maintained figures of cases, in the manner of those of letters: where each case stands, how many stand alike, and how many took so
-- many days. They follow from cases, letters and clocks by the one definition of the view below. That a review month is over is not
-- among them: it follows from the clock's date on the day of reading.
CREATE TABLE "case_fact" (
  "case_id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "procuratorate_id" UUID NOT NULL,
  "agency_id" UUID NOT NULL,
  "domain" TEXT NOT NULL,
  "audience" TEXT[],
  "clue_id" UUID,
  "opened_on" DATE NOT NULL,
  "review_end_on" DATE,
  "decided" BOOLEAN NOT NULL,
  "settled" BOOLEAN NOT NULL,
  "settled_by_talk" BOOLEAN NOT NULL,
  "days" INTEGER,
  CONSTRAINT "case_fact_pkey" PRIMARY KEY ("case_id")
);
CREATE INDEX "case_fact_procuratorate_id_review_end_on_idx" ON "case_fact"("procuratorate_id", "review_end_on");
CREATE INDEX "case_fact_audience_idx" ON "case_fact" USING GIN ("audience");

CREATE TABLE "case_tally" (
  "token" TEXT NOT NULL,
  "opened_month_on" DATE NOT NULL,
  "review_month_on" DATE NOT NULL,
  "procuratorate_id" UUID NOT NULL,
  "agency_id" UUID NOT NULL,
  "domain" TEXT NOT NULL,
  "readers" TEXT NOT NULL,
  "region_code" TEXT NOT NULL,
  "opened" INTEGER NOT NULL,
  "decided" INTEGER NOT NULL,
  "settled" INTEGER NOT NULL,
  "settled_by_talk" INTEGER NOT NULL,
  "owes_review" INTEGER NOT NULL,
  CONSTRAINT "case_tally_pkey" PRIMARY KEY ("token", "opened_month_on", "review_month_on", "procuratorate_id", "agency_id", "domain", "readers")
);

CREATE TABLE "case_days" (
  "token" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "opened_month_on" DATE NOT NULL,
  "readers" TEXT NOT NULL,
  "days" INTEGER NOT NULL,
  "region_code" TEXT NOT NULL,
  "cases" INTEGER NOT NULL,
  CONSTRAINT "case_days_pkey" PRIMARY KEY ("token", "part", "opened_month_on", "readers", "days")
);

-- Decided, but for lack of any illegality; or the review month runs (办案规则 47), as far as the office itself sees its clock.
CREATE VIEW case_standing AS
SELECT c.id AS case_id, c.region_code, c.procuratorate_id, c.agency_id, c.domain, c.audience, c.clue_id, c.opened_on,
       CASE WHEN c.closed_on IS NULL THEN review.end_on END AS review_end_on,
       c.closed_on IS NOT NULL AND c.closing_ground IS DISTINCT FROM 'noIllegality' AS decided,
       ground.settled,
       ground.settled AND NOT EXISTS (SELECT 1 FROM recommendation WHERE case_id = c.id AND received_on IS NOT NULL) AS settled_by_talk,
       CASE WHEN ground.settled THEN c.closed_on - c.opened_on END AS days
FROM case_file c
CROSS JOIN LATERAL (SELECT coalesce(c.closing_ground IN ('dutyPerformed', 'interestProtected'), false) AS settled) ground
CROSS JOIN LATERAL (
  SELECT min(end_on) AS end_on FROM deadline
  WHERE subject_type = 'case' AND subject_id = c.id AND duty = 'case.decideReview' AND status = 'running' AND 'u:' || c.procuratorate_id = ANY(audience)
) review;

-- What one case adds, under each token that may see it. Without a clock the month of the review is that of the opening: nothing is owed.
CREATE FUNCTION case_share(f case_fact) RETURNS SETOF case_tally LANGUAGE sql STABLE AS $$
  SELECT reader, date_trunc('month', f.opened_on)::date, date_trunc('month', coalesce(f.review_end_on, f.opened_on))::date, f.procuratorate_id, f.agency_id, f.domain,
    array_to_string(f.audience, ','), f.region_code, 1, f.decided::int, f.settled::int, f.settled_by_talk::int, (f.review_end_on IS NOT NULL)::int
  FROM unnest(f.audience) reader
$$;

-- And to the counts by days: of all, of its agency, of its field, and of both.
CREATE FUNCTION case_days_share(f case_fact) RETURNS SETOF case_days LANGUAGE sql STABLE AS $$
  SELECT reader, part, date_trunc('month', f.opened_on)::date, array_to_string(f.audience, ','), f.days, f.region_code, 1
  FROM unnest(f.audience) reader, unnest(ARRAY[' ', f.agency_id || ' ', ' ' || f.domain, f.agency_id || ' ' || f.domain]) part
  WHERE f.days IS NOT NULL
$$;

CREATE VIEW case_tally_recount AS
SELECT s.token, s.opened_month_on, s.review_month_on, s.procuratorate_id, s.agency_id, s.domain, s.readers, s.region_code,
       sum(s.opened)::int AS opened, sum(s.decided)::int AS decided, sum(s.settled)::int AS settled, sum(s.settled_by_talk)::int AS settled_by_talk,
       sum(s.owes_review)::int AS owes_review
FROM case_fact f CROSS JOIN LATERAL case_share(f) s
GROUP BY s.token, s.opened_month_on, s.review_month_on, s.procuratorate_id, s.agency_id, s.domain, s.readers, s.region_code;

CREATE VIEW case_days_recount AS
SELECT s.token, s.part, s.opened_month_on, s.readers, s.days, s.region_code, sum(s.cases)::int AS cases
FROM case_fact f CROSS JOIN LATERAL case_days_share(f) s
GROUP BY s.token, s.part, s.opened_month_on, s.readers, s.days, s.region_code;

CREATE FUNCTION refresh_case_fact(about uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO case_fact AS known SELECT * FROM case_standing WHERE case_id = about
  ON CONFLICT (case_id) DO UPDATE SET
    region_code = EXCLUDED.region_code, procuratorate_id = EXCLUDED.procuratorate_id, agency_id = EXCLUDED.agency_id, domain = EXCLUDED.domain,
    audience = EXCLUDED.audience, clue_id = EXCLUDED.clue_id, opened_on = EXCLUDED.opened_on, review_end_on = EXCLUDED.review_end_on, decided = EXCLUDED.decided,
    settled = EXCLUDED.settled, settled_by_talk = EXCLUDED.settled_by_talk, days = EXCLUDED.days
  WHERE known.* IS DISTINCT FROM EXCLUDED.*
$$;

CREATE FUNCTION case_fact_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_case_fact(NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION case_fact_of_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_case_fact(NEW.case_id);
  RETURN NULL;
END $$;
CREATE FUNCTION case_fact_of_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_case_fact(NEW.subject_id);
  RETURN NULL;
END $$;

CREATE TRIGGER case_fact_of_case AFTER INSERT OR UPDATE OF region_code, procuratorate_id, agency_id, domain, audience, clue_id, opened_on, closed_on, closing_ground ON "case_file"
  FOR EACH ROW EXECUTE FUNCTION case_fact_of_case();
CREATE TRIGGER case_fact_of_letter AFTER INSERT OR UPDATE OF received_on ON "recommendation"
  FOR EACH ROW WHEN (NEW.received_on IS NOT NULL) EXECUTE FUNCTION case_fact_of_letter();
CREATE TRIGGER case_fact_of_clock AFTER INSERT OR UPDATE OF status, end_on ON "deadline"
  FOR EACH ROW WHEN (NEW.subject_type = 'case' AND NEW.duty = 'case.decideReview') EXECUTE FUNCTION case_fact_of_clock();

CREATE FUNCTION keep_case_tally() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before case_fact := CASE WHEN TG_OP = 'UPDATE' THEN OLD END;
BEGIN
  INSERT INTO case_tally AS known
  SELECT token, opened_month_on, review_month_on, procuratorate_id, agency_id, domain, readers, region_code,
    sum(sign * opened), sum(sign * decided), sum(sign * settled), sum(sign * settled_by_talk), sum(sign * owes_review)
  FROM (SELECT 1 AS sign, s.* FROM case_share(NEW) s UNION ALL SELECT -1, s.* FROM case_share(before) s) share
  GROUP BY token, opened_month_on, review_month_on, procuratorate_id, agency_id, domain, readers, region_code
  HAVING (sum(sign * opened), sum(sign * decided), sum(sign * settled), sum(sign * settled_by_talk), sum(sign * owes_review)) <> (0, 0, 0, 0, 0)
  ORDER BY token, opened_month_on, review_month_on, procuratorate_id, agency_id, domain, readers, region_code
  ON CONFLICT (token, opened_month_on, review_month_on, procuratorate_id, agency_id, domain, readers) DO UPDATE SET
    opened = known.opened + EXCLUDED.opened, decided = known.decided + EXCLUDED.decided, settled = known.settled + EXCLUDED.settled,
    settled_by_talk = known.settled_by_talk + EXCLUDED.settled_by_talk, owes_review = known.owes_review + EXCLUDED.owes_review;

  INSERT INTO case_days AS known
  SELECT token, part, opened_month_on, readers, days, region_code, sum(sign * cases)
  FROM (SELECT 1 AS sign, s.* FROM case_days_share(NEW) s UNION ALL SELECT -1, s.* FROM case_days_share(before) s) share
  GROUP BY token, part, opened_month_on, readers, days, region_code
  HAVING sum(sign * cases) <> 0
  ORDER BY token, part, opened_month_on, readers, days, region_code
  ON CONFLICT (token, part, opened_month_on, readers, days) DO UPDATE SET cases = known.cases + EXCLUDED.cases;
  RETURN NULL;
END $$;
-- At the end of the transaction, under the lock of the region's trail, as for letters.
CREATE CONSTRAINT TRIGGER case_tally_kept AFTER INSERT OR UPDATE ON "case_fact"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_case_tally();

-- For the owner, after rows came in behind the triggers' back.
CREATE FUNCTION recount_cases() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE case_fact, case_tally, case_days;
  ALTER TABLE case_fact DISABLE TRIGGER case_tally_kept;
  INSERT INTO case_fact SELECT * FROM case_standing;
  INSERT INTO case_tally SELECT * FROM case_tally_recount;
  INSERT INTO case_days SELECT * FROM case_days_recount;
  ALTER TABLE case_fact ENABLE TRIGGER case_tally_kept;
END $$;

SELECT recount_cases();
