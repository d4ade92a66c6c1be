-- Letters whose limits all lie in months to come are read from the tally too: none of them is due, whatever the day. Only those with
-- a limit that ends in the month of reading are looked at one by one.
TRUNCATE "letter_fact", "letter_tally";
ALTER TABLE "letter_fact" ADD COLUMN "first_end_on" DATE NOT NULL;
ALTER TABLE "letter_tally" DROP CONSTRAINT "letter_tally_pkey", ADD COLUMN "first_month_on" DATE NOT NULL;
ALTER TABLE "letter_tally" ADD CONSTRAINT "letter_tally_pkey" PRIMARY KEY ("token", "received_month_on", "end_month_on", "first_month_on", "agency_id", "domain", "readers");
DROP INDEX "letter_fact_procuratorate_id_last_end_on_idx";
DROP INDEX "letter_fact_agency_id_last_end_on_idx";
DROP INDEX "letter_fact_region_code_last_end_on_idx";
CREATE INDEX "letter_fact_procuratorate_id_last_end_on_first_end_on_idx" ON "letter_fact"("procuratorate_id", "last_end_on", "first_end_on");
CREATE INDEX "letter_fact_agency_id_last_end_on_first_end_on_idx" ON "letter_fact"("agency_id", "last_end_on", "first_end_on");
CREATE INDEX "letter_fact_region_code_last_end_on_first_end_on_idx" ON "letter_fact"("region_code", "last_end_on", "first_end_on");

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
       coalesce(l.result, 'none') AS look_back,
       CASE WHEN r.status = 'withdrawn' THEN r.received_on ELSE least(reply.end_on, perform.end_on, owed.end_on) END AS first_end_on
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

CREATE OR REPLACE FUNCTION refresh_letter_fact(letter uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO letter_fact AS known SELECT * FROM letter_standing WHERE letter_id = letter
  ON CONFLICT (letter_id) DO UPDATE SET
    region_code = EXCLUDED.region_code, procuratorate_id = EXCLUDED.procuratorate_id, agency_id = EXCLUDED.agency_id, domain = EXCLUDED.domain,
    audience = EXCLUDED.audience, received_on = EXCLUDED.received_on, reply_end_on = EXCLUDED.reply_end_on, perform_end_on = EXCLUDED.perform_end_on,
    owed_reply_end_on = EXCLUDED.owed_reply_end_on, last_end_on = EXCLUDED.last_end_on, withdrawn = EXCLUDED.withdrawn, replied = EXCLUDED.replied,
    in_time = EXCLUDED.in_time, reply_waived = EXCLUDED.reply_waived, owes_performance = EXCLUDED.owes_performance, rectified = EXCLUDED.rectified,
    perform_waived = EXCLUDED.perform_waived, suspended = EXCLUDED.suspended, look_back = EXCLUDED.look_back,
    first_end_on = EXCLUDED.first_end_on
  WHERE known.* IS DISTINCT FROM EXCLUDED.*
$$;

-- As before, with the month of the first limit.
CREATE OR REPLACE FUNCTION letter_share(f letter_fact) RETURNS SETOF letter_tally LANGUAGE sql STABLE AS $$
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
    (NOT f.withdrawn AND f.look_back = 'planned')::int,
    date_trunc('month', f.first_end_on)::date
  FROM unnest(f.audience) reader
$$;

CREATE OR REPLACE VIEW letter_tally_recount AS
SELECT s.token, s.received_month_on, s.end_month_on, s.agency_id, s.domain, s.readers, s.region_code,
       sum(s.received)::int AS received, sum(s.withdrawn)::int AS withdrawn, sum(s.replied)::int AS replied, sum(s.in_time)::int AS in_time, sum(s.reply_waived)::int AS reply_waived, sum(s.rectified)::int AS rectified, sum(s.rectified_suspended)::int AS rectified_suspended, sum(s.perform_waived)::int AS perform_waived, sum(s.suspended)::int AS suspended, sum(s.owes_reply)::int AS owes_reply, sum(s.owes_performance)::int AS owes_performance, sum(s.owes_any)::int AS owes_any, sum(s.owes_any_unrectified)::int AS owes_any_unrectified, sum(s.relapsed)::int AS relapsed, sum(s.looked_back)::int AS looked_back, sum(s.look_back_planned)::int AS look_back_planned,
       s.first_month_on
FROM letter_fact f CROSS JOIN LATERAL letter_share(f) s
GROUP BY s.token, s.received_month_on, s.end_month_on, s.agency_id, s.domain, s.readers, s.region_code, s.first_month_on;

CREATE OR REPLACE FUNCTION keep_letter_tally() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before letter_fact := CASE WHEN TG_OP = 'UPDATE' THEN OLD END;
BEGIN
  INSERT INTO letter_tally AS known (token, received_month_on, end_month_on, agency_id, domain, readers, region_code,
    received, withdrawn, replied, in_time, reply_waived, rectified, rectified_suspended, perform_waived, suspended, owes_reply, owes_performance, owes_any, owes_any_unrectified, relapsed, looked_back, look_back_planned, first_month_on)
  SELECT token, received_month_on, end_month_on, agency_id, domain, readers, region_code,
    sum(sign * received), sum(sign * withdrawn), sum(sign * replied), sum(sign * in_time), sum(sign * reply_waived), sum(sign * rectified), sum(sign * rectified_suspended), sum(sign * perform_waived), sum(sign * suspended), sum(sign * owes_reply), sum(sign * owes_performance), sum(sign * owes_any), sum(sign * owes_any_unrectified), sum(sign * relapsed), sum(sign * looked_back), sum(sign * look_back_planned), first_month_on
  FROM (SELECT 1 AS sign, s.* FROM letter_share(NEW) s UNION ALL SELECT -1, s.* FROM letter_share(before) s) share
  GROUP BY token, received_month_on, end_month_on, agency_id, domain, readers, region_code, first_month_on
  ORDER BY token, received_month_on, end_month_on, agency_id, domain, readers, region_code, first_month_on
  ON CONFLICT (token, received_month_on, end_month_on, first_month_on, agency_id, domain, readers) DO UPDATE SET
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

SELECT recount_letters();
