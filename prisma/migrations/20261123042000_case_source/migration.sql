-- The fact of a case says where its clue came from, instead of which clue it was: the page of sources goes through no clues.
DROP VIEW case_standing;
TRUNCATE "case_fact", "case_tally", "case_days";
ALTER TABLE "case_fact" DROP COLUMN "clue_id", ADD COLUMN "source" TEXT;

CREATE VIEW case_standing AS
SELECT c.id AS case_id, c.region_code, c.procuratorate_id, c.agency_id, c.domain, c.audience, c.opened_on,
       CASE WHEN c.closed_on IS NULL THEN review.end_on END AS review_end_on,
       c.closed_on IS NOT NULL AND c.closing_ground IS DISTINCT FROM 'noIllegality' AS decided,
       ground.settled,
       ground.settled AND NOT EXISTS (SELECT 1 FROM recommendation WHERE case_id = c.id AND received_on IS NOT NULL) AS settled_by_talk,
       CASE WHEN ground.settled THEN c.closed_on - c.opened_on END AS days,
       k.source
FROM case_file c
LEFT JOIN clue k ON k.id = c.clue_id
CROSS JOIN LATERAL (SELECT coalesce(c.closing_ground IN ('dutyPerformed', 'interestProtected'), false) AS settled) ground
CROSS JOIN LATERAL (
  SELECT min(end_on) AS end_on FROM deadline
  WHERE subject_type = 'case' AND subject_id = c.id AND duty = 'case.decideReview' AND status = 'running' AND 'u:' || c.procuratorate_id = ANY(audience)
) review;

CREATE OR REPLACE FUNCTION refresh_case_fact(about uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO case_fact AS known SELECT * FROM case_standing WHERE case_id = about
  ON CONFLICT (case_id) DO UPDATE SET
    region_code = EXCLUDED.region_code, procuratorate_id = EXCLUDED.procuratorate_id, agency_id = EXCLUDED.agency_id, domain = EXCLUDED.domain,
    audience = EXCLUDED.audience, opened_on = EXCLUDED.opened_on, review_end_on = EXCLUDED.review_end_on, decided = EXCLUDED.decided,
    settled = EXCLUDED.settled, settled_by_talk = EXCLUDED.settled_by_talk, days = EXCLUDED.days, source = EXCLUDED.source
  WHERE known.* IS DISTINCT FROM EXCLUDED.*
$$;

CREATE FUNCTION case_fact_of_clue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_case_fact(id) FROM case_file WHERE clue_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER case_fact_of_clue AFTER UPDATE OF source ON "clue"
  FOR EACH ROW WHEN (OLD.source IS DISTINCT FROM NEW.source) EXECUTE FUNCTION case_fact_of_clue();

SELECT recount_cases();
