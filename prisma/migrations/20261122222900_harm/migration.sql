-- 危害程度: the signs a prosecutor found, and what they add up to; nothing where nobody weighed them.
ALTER TABLE "clue_evaluation" ADD COLUMN "harm_signs" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "case_file" ADD COLUMN "harm_signs" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[], ADD COLUMN "harm_score" SMALLINT, ADD COLUMN "harm_reason" TEXT,
  ADD CONSTRAINT "case_file_harm_score" CHECK ("harm_score" BETWEEN 0 AND 99);
-- The order of an office's own list: what still runs by its harm, then the latest.
CREATE INDEX "case_file_standing" ON "case_file" ("procuratorate_id", (CASE WHEN "status" = 'concluded' THEN 0 ELSE coalesce("harm_score", 0) END) DESC, "opened_on" DESC, "id" DESC);
