-- Read at a million clues: the latest of one office, whatever their state.
CREATE INDEX "clue_receiver_unit_id_created_at_idx" ON "clue"("receiver_unit_id", "created_at" DESC);
