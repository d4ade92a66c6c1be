-- The latest clues about a unit: ids are in the order of time.
CREATE INDEX "clue_unit_unit_id_clue_id_idx" ON "clue_unit"("unit_id", "clue_id");
