-- The tally by reader and in counts: read along its key, a few thousand rows for a year, however many letters there are.
-- A letter counts once under each token of its audience; `readers` tells who else counts it.
DROP TRIGGER letter_tally_kept ON "letter_fact";
DROP FUNCTION keep_letter_tally();
DROP FUNCTION recount_letters();
DROP VIEW letter_tally_recount;
DROP TABLE "letter_tally";
DROP FUNCTION letter_tally_key(letter_fact);

CREATE TABLE "letter_tally" (
  "token" TEXT NOT NULL,
  "received_month_on" DATE NOT NULL,
  "end_month_on" DATE NOT NULL,
  "agency_id" UUID NOT NULL,
  "domain" TEXT NOT NULL,
  "readers" TEXT NOT NULL,
  "region_code" TEXT NOT NULL,
  "received" INTEGER NOT NULL,
  "withdrawn" INTEGER NOT NULL,
  "replied" INTEGER NOT NULL,
  "in_time" INTEGER NOT NULL,
  "reply_waived" INTEGER NOT NULL,
  "rectified" INTEGER NOT NULL,
  "rectified_suspended" INTEGER NOT NULL,
  "perform_waived" INTEGER NOT NULL,
  "suspended" INTEGER NOT NULL,
  "owes_reply" INTEGER NOT NULL,
  "owes_performance" INTEGER NOT NULL,
  "owes_any" INTEGER NOT NULL,
  "owes_any_unrectified" INTEGER NOT NULL,
  "relapsed" INTEGER NOT NULL,
  "looked_back" INTEGER NOT NULL,
  "look_back_planned" INTEGER NOT NULL,
  CONSTRAINT "letter_tally_pkey" PRIMARY KEY ("token", "received_month_on", "end_month_on", "agency_id", "domain", "readers")
);
CREATE INDEX "letter_tally_token_agency_id_idx" ON "letter_tally"("token", "agency_id");

-- Letters whose limits still run, from each side.
DROP INDEX "letter_fact_last_end_on_idx";
CREATE INDEX "letter_fact_procuratorate_id_last_end_on_idx" ON "letter_fact"("procuratorate_id", "last_end_on");
CREATE INDEX "letter_fact_agency_id_last_end_on_idx" ON "letter_fact"("agency_id", "last_end_on");
CREATE INDEX "letter_fact_region_code_last_end_on_idx" ON "letter_fact"("region_code", "last_end_on");

-- As before, but that nothing about a withdrawn letter waits for a day.
CREATE OR REPLACE VIEW letter_standing AS
SELECT r.id AS letter_id, r.region_code, r.procuratorate_id, r.agency_id, r.domain, r.audience, r.received_on,
       reply.end_on AS reply_end_on, perform.end_on AS perform_end_on, owed.end_on AS owed_reply_end_on,
       CASE WHEN r.status = 'withdrawn' THEN r.received_on ELSE greatest(reply.end_on, perform.end_on, owed.end_on) END AS last_end_on,
       r.status = 'withdrawn' AS withdrawn,
       r.first_replied_on IS NOT NULL AS replied,
       coalesce(r.first_replied_on <= reply.end_on, false) AS in_time,
       r.first_replied_on IS NULL AND coalesce(c.closed_on <= reply.end_on, false) AS reply_waived,
       perform.status = 'running' AS owes_performance,
       r.rectified_on IS NOT NULL AS rectified,
       r.rectified_on IS NULL AND coalesce(c.closed_on <= perform.end_on, false) AS perform_waived,
       c.status = 'suspended' AS suspended,
       coalesce(l.result, 'none') AS look_back
FROM recommendation r
JOIN case_file c ON c.id = r.case_id
JOIN LATERAL (
  SELECT end_on FROM deadline
  WHERE subject_type = 'recommendation' AND subject_id = r.id AND duty = 'recommendation.reply' ORDER BY triggered_on, id LIMIT 1
) reply ON true
JOIN LATERAL (
  SELECT end_on, status FROM deadline
  WHERE subject_type = 'recommendation' AND subject_id = r.id AND duty = 'recommendation.perform' ORDER BY triggered_on, id LIMIT 1
) perform ON true
CROSS JOIN LATERAL (
  SELECT min(end_on) AS end_on FROM deadline
  WHERE subject_type = 'recommendation' AND subject_id = r.id AND duty = 'recommendation.reply' AND status = 'running'
) owed
CROSS JOIN LATERAL (
  SELECT CASE WHEN bool_or(status = 'relapsed') THEN 'relapsed' WHEN bool_or(status = 'held') THEN 'held' WHEN count(*) > 0 THEN 'planned' END AS result
  FROM look_back WHERE case_id = c.id AND r.status <> 'withdrawn'
) l
WHERE r.received_on IS NOT NULL;

-- What one letter adds to the tally. Once all its limits have ended, what it owes is overdue: the dates say so, no flag.
CREATE FUNCTION letter_share(f letter_fact) RETURNS SETOF letter_tally LANGUAGE sql STABLE AS $$
  SELECT reader, date_trunc('month', f.received_on)::date, date_trunc('month', f.last_end_on)::date, f.agency_id, f.domain, array_to_string(f.audience, ','), f.region_code,
    (NOT f.withdrawn)::int,
    (f.withdrawn)::int,
    (NOT f.withdrawn AND f.replied)::int,
    (NOT f.withdrawn AND f.in_time)::int,
    (NOT f.withdrawn AND f.reply_waived)::int,
    (NOT f.withdrawn AND f.rectified)::int,
    (NOT f.withdrawn AND f.rectified AND f.suspended)::int,
    (NOT f.withdrawn AND f.perform_waived AND NOT f.suspended)::int,
    (NOT f.withdrawn AND f.suspended)::int,
    (NOT f.withdrawn AND f.owed_reply_end_on IS NOT NULL)::int,
    (NOT f.withdrawn AND f.owes_performance)::int,
    (NOT f.withdrawn AND (f.owed_reply_end_on IS NOT NULL OR f.owes_performance))::int,
    (NOT f.withdrawn AND (f.owed_reply_end_on IS NOT NULL OR f.owes_performance) AND NOT f.rectified)::int,
    (NOT f.withdrawn AND f.look_back = 'relapsed')::int,
    (NOT f.withdrawn AND f.look_back IN ('held', 'relapsed'))::int,
    (NOT f.withdrawn AND f.look_back = 'planned')::int
  FROM unnest(f.audience) reader
$$;

CREATE VIEW letter_tally_recount AS
SELECT s.token, s.received_month_on, s.end_month_on, s.agency_id, s.domain, s.readers, s.region_code,
       sum(s.received)::int AS received, sum(s.withdrawn)::int AS withdrawn, sum(s.replied)::int AS replied, sum(s.in_time)::int AS in_time, sum(s.reply_waived)::int AS reply_waived, sum(s.rectified)::int AS rectified, sum(s.rectified_suspended)::int AS rectified_suspended, sum(s.perform_waived)::int AS perform_waived, sum(s.suspended)::int AS suspended, sum(s.owes_reply)::int AS owes_reply, sum(s.owes_performance)::int AS owes_performance, sum(s.owes_any)::int AS owes_any, sum(s.owes_any_unrectified)::int AS owes_any_unrectified, sum(s.relapsed)::int AS relapsed, sum(s.looked_back)::int AS looked_back, sum(s.look_back_planned)::int AS look_back_planned
FROM letter_fact f CROSS JOIN LATERAL letter_share(f) s
GROUP BY s.token, s.received_month_on, s.end_month_on, s.agency_id, s.domain, s.readers, s.region_code;

CREATE FUNCTION keep_letter_tally() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before letter_fact := CASE WHEN TG_OP = 'UPDATE' THEN OLD END;
BEGIN
  INSERT INTO letter_tally AS known (token, received_month_on, end_month_on, agency_id, domain, readers, region_code,
    received, withdrawn, replied, in_time, reply_waived, rectified, rectified_suspended, perform_waived, suspended, owes_reply, owes_performance, owes_any, owes_any_unrectified, relapsed, looked_back, look_back_planned)
  SELECT token, received_month_on, end_month_on, agency_id, domain, readers, region_code,
    sum(sign * received), sum(sign * withdrawn), sum(sign * replied), sum(sign * in_time), sum(sign * reply_waived), sum(sign * rectified), sum(sign * rectified_suspended), sum(sign * perform_waived), sum(sign * suspended), sum(sign * owes_reply), sum(sign * owes_performance), sum(sign * owes_any), sum(sign * owes_any_unrectified), sum(sign * relapsed), sum(sign * looked_back), sum(sign * look_back_planned)
  FROM (SELECT 1 AS sign, s.* FROM letter_share(NEW) s UNION ALL SELECT -1, s.* FROM letter_share(before) s) share
  GROUP BY token, received_month_on, end_month_on, agency_id, domain, readers, region_code
  ORDER BY token, received_month_on, end_month_on, agency_id, domain, readers, region_code
  ON CONFLICT (token, received_month_on, end_month_on, agency_id, domain, readers) DO UPDATE SET
    received = known.received + EXCLUDED.received,
    withdrawn = known.withdrawn + EXCLUDED.withdrawn,
    replied = known.replied + EXCLUDED.replied,
    in_time = known.in_time + EXCLUDED.in_time,
    reply_waived = known.reply_waived + EXCLUDED.reply_waived,
    rectified = known.rectified + EXCLUDED.rectified,
    rectified_suspended = known.rectified_suspended + EXCLUDED.rectified_suspended,
    perform_waived = known.perform_waived + EXCLUDED.perform_waived,
    suspended = known.suspended + EXCLUDED.suspended,
    owes_reply = known.owes_reply + EXCLUDED.owes_reply,
    owes_performance = known.owes_performance + EXCLUDED.owes_performance,
    owes_any = known.owes_any + EXCLUDED.owes_any,
    owes_any_unrectified = known.owes_any_unrectified + EXCLUDED.owes_any_unrectified,
    relapsed = known.relapsed + EXCLUDED.relapsed,
    looked_back = known.looked_back + EXCLUDED.looked_back,
    look_back_planned = known.look_back_planned + EXCLUDED.look_back_planned;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER letter_tally_kept AFTER INSERT OR UPDATE ON "letter_fact"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_letter_tally();

CREATE FUNCTION recount_letters() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE letter_fact, letter_tally;
  ALTER TABLE letter_fact DISABLE TRIGGER letter_tally_kept;
  INSERT INTO letter_fact SELECT * FROM letter_standing;
  INSERT INTO letter_tally SELECT * FROM letter_tally_recount;
  ALTER TABLE letter_fact ENABLE TRIGGER letter_tally_kept;
END $$;

SELECT recount_letters();
