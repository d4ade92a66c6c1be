-- Lists run from the newest on and stop after a page, however many a unit may see.
CREATE INDEX "clue_created_at_id_idx" ON "clue"("created_at" DESC, "id" DESC);
CREATE INDEX "case_file_opened_on_id_idx" ON "case_file"("opened_on" DESC, "id" DESC);
CREATE INDEX "recommendation_created_at_id_idx" ON "recommendation"("created_at" DESC, "id" DESC);

-- The desk runs over open clocks from the most urgent on, and over open records from the longest waiting on.
DROP INDEX "deadline_owed_by_unit_id_status_end_on_idx";
DROP INDEX "deadline_owed_to_unit_id_status_end_on_idx";
CREATE INDEX deadline_open_owed_by ON "deadline" (owed_by_unit_id, end_on, id) WHERE status IN ('running', 'paused');
CREATE INDEX deadline_open_owed_to ON "deadline" (owed_to_unit_id, end_on, id) WHERE status IN ('running', 'paused');
CREATE INDEX clue_open ON "clue" (updated_at, id) WHERE status IN ('awaitingApproval', 'referred', 'returned', 'registered', 'proposed', 'reviewed');
CREATE INDEX case_file_open ON "case_file" (updated_at, id) WHERE status <> 'concluded';
CREATE INDEX recommendation_open ON "recommendation" (updated_at, id) WHERE status NOT IN ('closed', 'withdrawn');

-- What a person works on.
CREATE INDEX "case_member_user_id_idx" ON "case_member"("user_id");
CREATE INDEX "recommendation_author_id_status_idx" ON "recommendation"("author_id", "status");
