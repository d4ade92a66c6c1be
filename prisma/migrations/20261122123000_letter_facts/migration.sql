-- Maintained figures: where each delivered letter stands, and how many stand alike. Both follow from letters, clocks, cases and
-- look-backs by the one definition of the view below; nobody writes them by hand. Overdue is not among them: it follows from the
-- dates of the clocks on the day of reading.
CREATE TABLE "letter_fact" (
  "letter_id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "procuratorate_id" UUID NOT NULL,
  "agency_id" UUID NOT NULL,
  "domain" TEXT NOT NULL,
  "audience" TEXT[],
  "received_on" DATE NOT NULL,
  "reply_end_on" DATE NOT NULL,
  "perform_end_on" DATE NOT NULL,
  "owed_reply_end_on" DATE,
  "last_end_on" DATE NOT NULL,
  "withdrawn" BOOLEAN NOT NULL,
  "replied" BOOLEAN NOT NULL,
  "in_time" BOOLEAN NOT NULL,
  "reply_waived" BOOLEAN NOT NULL,
  "owes_performance" BOOLEAN NOT NULL,
  "rectified" BOOLEAN NOT NULL,
  "perform_waived" BOOLEAN NOT NULL,
  "suspended" BOOLEAN NOT NULL,
  "look_back" TEXT NOT NULL,
  CONSTRAINT "letter_fact_pkey" PRIMARY KEY ("letter_id"),
  CONSTRAINT letter_fact_look_back CHECK (look_back IN ('none', 'planned', 'held', 'relapsed'))
);
CREATE INDEX "letter_fact_last_end_on_idx" ON "letter_fact"("last_end_on");

CREATE TABLE "letter_tally" (
  "key" TEXT NOT NULL,
  "region_code" TEXT NOT NULL,
  "procuratorate_id" UUID NOT NULL,
  "agency_id" UUID NOT NULL,
  "domain" TEXT NOT NULL,
  "audience" TEXT[],
  "received_month_on" DATE NOT NULL,
  "end_month_on" DATE NOT NULL,
  "withdrawn" BOOLEAN NOT NULL,
  "replied" BOOLEAN NOT NULL,
  "in_time" BOOLEAN NOT NULL,
  "reply_waived" BOOLEAN NOT NULL,
  "owes_reply" BOOLEAN NOT NULL,
  "owes_performance" BOOLEAN NOT NULL,
  "rectified" BOOLEAN NOT NULL,
  "perform_waived" BOOLEAN NOT NULL,
  "suspended" BOOLEAN NOT NULL,
  "look_back" TEXT NOT NULL,
  "letters" INTEGER NOT NULL,
  CONSTRAINT "letter_tally_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "letter_tally_audience_idx" ON "letter_tally" USING GIN ("audience");

-- A letter that is in an agency's hands. In time is by the day that counts: that of posting, where it was posted (民诉法 85).
-- Waived: the case was closed before the limit ended, so that nothing was owed on that day.
CREATE VIEW letter_standing AS
SELECT r.id AS letter_id, r.region_code, r.procuratorate_id, r.agency_id, r.domain, r.audience, r.received_on,
       reply.end_on AS reply_end_on, perform.end_on AS perform_end_on, owed.end_on AS owed_reply_end_on,
       greatest(reply.end_on, perform.end_on, owed.end_on) AS last_end_on,
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

CREATE FUNCTION letter_tally_key(f letter_fact) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws('|', array_to_string(f.audience, ','), f.procuratorate_id, f.agency_id, f.domain, to_char(f.received_on, 'YYYY-MM'), to_char(f.last_end_on, 'YYYY-MM'),
    f.withdrawn::int, f.replied::int, f.in_time::int, f.reply_waived::int, (f.owed_reply_end_on IS NOT NULL)::int, f.owes_performance::int, f.rectified::int,
    f.perform_waived::int, f.suspended::int, f.look_back)
$$;

-- What the tally must be, from the facts.
CREATE VIEW letter_tally_recount AS
SELECT letter_tally_key(f) AS key, f.region_code, f.procuratorate_id, f.agency_id, f.domain, f.audience,
       date_trunc('month', f.received_on)::date AS received_month_on, date_trunc('month', f.last_end_on)::date AS end_month_on,
       f.withdrawn, f.replied, f.in_time, f.reply_waived, f.owed_reply_end_on IS NOT NULL AS owes_reply, f.owes_performance, f.rectified,
       f.perform_waived, f.suspended, f.look_back, count(*)::int AS letters
FROM letter_fact f
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18;

CREATE FUNCTION refresh_letter_fact(letter uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO letter_fact AS known SELECT * FROM letter_standing WHERE letter_id = letter
  ON CONFLICT (letter_id) DO UPDATE SET
    region_code = EXCLUDED.region_code, procuratorate_id = EXCLUDED.procuratorate_id, agency_id = EXCLUDED.agency_id, domain = EXCLUDED.domain,
    audience = EXCLUDED.audience, received_on = EXCLUDED.received_on, reply_end_on = EXCLUDED.reply_end_on, perform_end_on = EXCLUDED.perform_end_on,
    owed_reply_end_on = EXCLUDED.owed_reply_end_on, last_end_on = EXCLUDED.last_end_on, withdrawn = EXCLUDED.withdrawn, replied = EXCLUDED.replied,
    in_time = EXCLUDED.in_time, reply_waived = EXCLUDED.reply_waived, owes_performance = EXCLUDED.owes_performance, rectified = EXCLUDED.rectified,
    perform_waived = EXCLUDED.perform_waived, suspended = EXCLUDED.suspended, look_back = EXCLUDED.look_back
  WHERE known.* IS DISTINCT FROM EXCLUDED.*
$$;

CREATE FUNCTION letter_fact_of_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_letter_fact(NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION letter_fact_of_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_letter_fact(NEW.subject_id);
  RETURN NULL;
END $$;
CREATE FUNCTION letter_fact_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_letter_fact(id) FROM recommendation WHERE case_id = NEW.id AND received_on IS NOT NULL;
  RETURN NULL;
END $$;
CREATE FUNCTION letter_fact_of_look_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_letter_fact(id) FROM recommendation WHERE case_id = NEW.case_id AND received_on IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER letter_fact_of_letter AFTER UPDATE OF status, domain, agency_id, procuratorate_id, audience, received_on, first_replied_on, rectified_on ON "recommendation"
  FOR EACH ROW WHEN (NEW.received_on IS NOT NULL AND
    (OLD.status, OLD.domain, OLD.agency_id, OLD.procuratorate_id, OLD.audience, OLD.received_on, OLD.first_replied_on, OLD.rectified_on) IS DISTINCT FROM
    (NEW.status, NEW.domain, NEW.agency_id, NEW.procuratorate_id, NEW.audience, NEW.received_on, NEW.first_replied_on, NEW.rectified_on))
  EXECUTE FUNCTION letter_fact_of_letter();
CREATE TRIGGER letter_fact_of_clock AFTER INSERT OR UPDATE OF status, end_on ON "deadline"
  FOR EACH ROW WHEN (NEW.subject_type = 'recommendation' AND NEW.duty IN ('recommendation.reply', 'recommendation.perform'))
  EXECUTE FUNCTION letter_fact_of_clock();
CREATE TRIGGER letter_fact_of_case AFTER UPDATE OF status, closed_on ON "case_file"
  FOR EACH ROW WHEN ((OLD.status = 'suspended') <> (NEW.status = 'suspended') OR OLD.closed_on IS DISTINCT FROM NEW.closed_on)
  EXECUTE FUNCTION letter_fact_of_case();
CREATE TRIGGER letter_fact_of_look_back AFTER INSERT OR UPDATE OF status ON "look_back"
  FOR EACH ROW EXECUTE FUNCTION letter_fact_of_look_back();

CREATE FUNCTION keep_letter_tally() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF letter_tally_key(OLD) = letter_tally_key(NEW) THEN
      RETURN NULL;
    END IF;
    UPDATE letter_tally SET letters = letters - 1 WHERE key = letter_tally_key(OLD);
  END IF;
  INSERT INTO letter_tally AS known VALUES (
    letter_tally_key(NEW), NEW.region_code, NEW.procuratorate_id, NEW.agency_id, NEW.domain, NEW.audience,
    date_trunc('month', NEW.received_on)::date, date_trunc('month', NEW.last_end_on)::date, NEW.withdrawn, NEW.replied, NEW.in_time, NEW.reply_waived,
    NEW.owed_reply_end_on IS NOT NULL, NEW.owes_performance, NEW.rectified, NEW.perform_waived, NEW.suspended, NEW.look_back, 1)
  ON CONFLICT (key) DO UPDATE SET letters = known.letters + 1;
  RETURN NULL;
END $$;
-- At the end of the transaction: then it holds the lock of the region's trail, and two changes never wait for each other's count.
CREATE CONSTRAINT TRIGGER letter_tally_kept AFTER INSERT OR UPDATE ON "letter_fact"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_letter_tally();

-- For the owner, after rows came in behind the triggers' back.
CREATE FUNCTION recount_letters() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE letter_fact, letter_tally;
  ALTER TABLE letter_fact DISABLE TRIGGER letter_tally_kept;
  INSERT INTO letter_fact SELECT * FROM letter_standing;
  INSERT INTO letter_tally SELECT * FROM letter_tally_recount;
  ALTER TABLE letter_fact ENABLE TRIGGER letter_tally_kept;
END $$;

SELECT recount_letters();
