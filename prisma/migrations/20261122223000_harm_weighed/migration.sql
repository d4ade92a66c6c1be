-- An evaluation from before nobody asked for signs of harm found none: it did not look.
ALTER TABLE "clue_evaluation" ADD COLUMN "harm_weighed" BOOLEAN NOT NULL DEFAULT false;
UPDATE "clue_evaluation" SET "harm_weighed" = true WHERE "harm_signs" <> '{}';
