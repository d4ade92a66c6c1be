-- Letters, tasks, meetings and undertakings are found by number and title. So many steps change what they are called or who may see
-- them that the table itself keeps its index; the words are those of lib/platform/search.ts, which a test compares.
CREATE FUNCTION search_words(given text) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT CASE WHEN run ~ '^[a-z0-9]' OR length(run) < 2 THEN run ELSE substr(run, at, 2) END), '{}')
  FROM (SELECT (regexp_matches(lower(normalize(given, NFKC)), '[\u2E80-\u2E99\u2E9B-\u2EF3\u2F00-\u2FD5\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFA6D\uFA70-\uFAD9\U00020000-\U000323AF]+|[a-z0-9]+', 'g'))[1] AS run) runs,
    LATERAL generate_series(1, CASE WHEN run ~ '^[a-z0-9]' THEN 1 ELSE greatest(length(run) - 1, 1) END) AS at
$$;

-- The columns it is found by are the trigger's arguments.
CREATE FUNCTION keep_search() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  told text := '';
  item text;
BEGIN
  FOREACH item IN ARRAY TG_ARGV LOOP
    told := told || ' ' || coalesce(to_jsonb(NEW) ->> item, '');
  END LOOP;
  NEW.search := array_to_tsvector(search_words(told) || NEW.audience);
  RETURN NEW;
END $$;

ALTER TABLE "letter" ADD COLUMN "search" tsvector;
CREATE INDEX "letter_search_idx" ON "letter" USING GIN ("search");
CREATE TRIGGER keep_search BEFORE INSERT OR UPDATE OF number, answer_number, title, audience ON "letter" FOR EACH ROW EXECUTE FUNCTION keep_search('number', 'answer_number', 'title');
UPDATE "letter" SET title = title;

ALTER TABLE "action_item" ADD COLUMN "search" tsvector;
CREATE INDEX "action_item_search_idx" ON "action_item" USING GIN ("search");
CREATE TRIGGER keep_search BEFORE INSERT OR UPDATE OF title, audience ON "action_item" FOR EACH ROW EXECUTE FUNCTION keep_search('title');
UPDATE "action_item" SET title = title;

ALTER TABLE "joint_meeting" ADD COLUMN "search" tsvector;
CREATE INDEX "joint_meeting_search_idx" ON "joint_meeting" USING GIN ("search");
CREATE TRIGGER keep_search BEFORE INSERT OR UPDATE OF title, audience ON "joint_meeting" FOR EACH ROW EXECUTE FUNCTION keep_search('title');
UPDATE "joint_meeting" SET title = title;

ALTER TABLE "undertaking" ADD COLUMN "search" tsvector;
CREATE INDEX "undertaking_search_idx" ON "undertaking" USING GIN ("search");
CREATE TRIGGER keep_search BEFORE INSERT OR UPDATE OF title, audience ON "undertaking" FOR EACH ROW EXECUTE FUNCTION keep_search('title');
UPDATE "undertaking" SET title = title;

-- Letters whose answer was used for a case.
CREATE INDEX "letter_used_case_id_idx" ON "letter"("used_case_id");
