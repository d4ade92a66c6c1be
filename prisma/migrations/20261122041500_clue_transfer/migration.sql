-- Where a clue is proposed to go (办案规则 26, 31).
ALTER TABLE "clue"
  ADD COLUMN "transfer_kind" TEXT,
  ADD COLUMN "transfer_unit_id" UUID,
  ADD COLUMN "transferred_from_id" UUID;
ALTER TABLE "clue" ADD CONSTRAINT clue_transfer_kind CHECK (transfer_kind IN ('procuratorate', 'superior', 'authority', 'agency'));
