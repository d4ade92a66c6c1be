-- Which entries of the power list an evaluation and a letter rest on, each in the version cited; and why a letter rests on none.
ALTER TABLE "clue_evaluation" ADD COLUMN "power_item_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
ALTER TABLE "recommendation" ADD COLUMN "power_item_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[], ADD COLUMN "power_reason" TEXT;
CREATE INDEX "clue_evaluation_power_item_ids_idx" ON "clue_evaluation" USING GIN ("power_item_ids");
CREATE INDEX "recommendation_power_item_ids_idx" ON "recommendation" USING GIN ("power_item_ids");
