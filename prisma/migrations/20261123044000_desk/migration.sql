-- The desk: what a unit owes is read by how it stands and until when, together with the record it belongs to, without a look at the table;
-- what is a person's own, the longest waiting first.
CREATE INDEX deadline_desk ON "deadline" (owed_by_unit_id, status, end_on, id) INCLUDE (subject_type, subject_id, triggered_on, rule_key) WHERE status IN ('running', 'paused');
CREATE INDEX clue_desk ON "clue" (handler_id, updated_at, id) WHERE status IN ('awaitingApproval', 'referred', 'returned', 'registered', 'proposed', 'reviewed');
CREATE INDEX case_file_desk ON "case_file" (lead_prosecutor_id, updated_at, id) WHERE status <> 'concluded';
CREATE INDEX recommendation_desk ON "recommendation" (author_id, updated_at, id) WHERE status NOT IN ('closed', 'withdrawn');
CREATE INDEX bulletin_reader_ids_idx ON "bulletin" USING GIN (reader_ids);
CREATE INDEX bulletin_author_id_idx ON "bulletin" (author_id);
CREATE INDEX case_family_lead_id_idx ON "case_family" (lead_id);
CREATE INDEX IF NOT EXISTS "letter_open_by_handler" ON "letter" ("handler_id") WHERE status NOT IN ('closed', 'withdrawn');
