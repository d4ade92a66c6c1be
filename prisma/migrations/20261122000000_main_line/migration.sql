
-- States and value lists as text with CHECK.
ALTER TABLE "clue" ADD CONSTRAINT clue_status CHECK (status IN ('awaitingApproval','referred','returned','registered','proposed','reviewed','opened','declined','transferred','merged'));
ALTER TABLE "case_file" ADD CONSTRAINT case_file_status CHECK (status IN ('opened','investigating','investigated','recommending','following','suspended','reviewing','concluding','concluded'));
ALTER TABLE "case_file" ADD CONSTRAINT case_file_kind CHECK (kind IN ('administrative','civil','incidentalCivil'));
ALTER TABLE "look_back" ADD CONSTRAINT look_back_status CHECK (status IN ('planned','held','relapsed'));
ALTER TABLE "recommendation" ADD CONSTRAINT recommendation_status CHECK (status IN ('draft','submitted','reviewed','approved','sealed','sent','received','replied','askedAgain','verified','closed','withdrawn'));
ALTER TABLE "handling" ADD CONSTRAINT handling_status CHECK (status IN ('registered','proposed','instructed','assigned','drafted','legallyReviewed','signed','closed'));
ALTER TABLE "demand" ADD CONSTRAINT demand_verdict CHECK (verdict IN ('unchecked','met','partly','notMet'));
ALTER TABLE "check_result" ADD CONSTRAINT check_result_verdict CHECK (verdict IN ('met','partly','notMet'));
ALTER TABLE "deadline" ADD CONSTRAINT deadline_status CHECK (status IN ('running','paused','satisfied','cancelled'));
ALTER TABLE "paper" ADD CONSTRAINT paper_status CHECK (status IN ('issued','sealed','void','superseded'));
ALTER TABLE "paper" ADD CONSTRAINT paper_zone CHECK (zone IN ('main','inner'));
ALTER TABLE "audit_event" ADD CONSTRAINT audit_event_result CHECK (result IN ('done','denied','failed'));

-- One running letter a case (办案规则 69, 75): withdrawn ones stay on record.
CREATE UNIQUE INDEX recommendation_one_per_case ON "recommendation" (case_id) WHERE status <> 'withdrawn';

-- The chain is append-only for everybody, the owner included.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- An issued paper keeps its content: only its fate may change (sealed, void, superseded).
CREATE FUNCTION keep_paper_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.data::text <> OLD.data::text OR NEW.content_hash <> OLD.content_hash OR NEW.kind <> OLD.kind
     OR NEW.template_version <> OLD.template_version OR NEW.number IS DISTINCT FROM OLD.number OR NEW.issued_on <> OLD.issued_on THEN
    RAISE EXCEPTION 'an issued paper does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_frozen BEFORE UPDATE ON "paper" FOR EACH ROW EXECUTE FUNCTION keep_paper_frozen();

-- Who reported: read and written by key through two functions only.
ALTER TABLE "clue_reporter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "clue_reporter" FORCE ROW LEVEL SECURITY;
CREATE POLICY clue_reporter_by_key ON "clue_reporter"
  USING (clue_id::text = nullif(current_setting('app.reporter_key', true), ''))
  WITH CHECK (clue_id::text = nullif(current_setting('app.reporter_key', true), ''));
CREATE FUNCTION write_clue_reporter(key uuid, reporter text, contact_text text, is_anonymous boolean, statement_text text, written_at timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.reporter_key', key::text, true);
  INSERT INTO clue_reporter (clue_id, name, contact, anonymous, statement, created_at)
  VALUES (key, reporter, contact_text, is_anonymous, statement_text, written_at);
  PERFORM set_config('app.reporter_key', '', true);
END $$;
CREATE FUNCTION read_clue_reporter(key uuid)
RETURNS TABLE (name text, contact text, anonymous boolean, statement text, created_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.reporter_key', key::text, true);
  RETURN QUERY SELECT r.name, r.contact, r.anonymous, r.statement, r.created_at FROM clue_reporter r WHERE r.clue_id = key;
  PERFORM set_config('app.reporter_key', '', true);
END $$;
