-- What the referral letter and the approval form say beside the facts.
ALTER TABLE "clue"
  ADD COLUMN "materials" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "measures_taken" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "late_reason" TEXT,
  ADD COLUMN "major_filed_on" DATE,
  ADD COLUMN "major_filing" TEXT;
ALTER TABLE "clue_evaluation"
  ADD COLUMN "preliminary" TEXT,
  ADD COLUMN "duty" TEXT,
  ADD COLUMN "legal_basis" TEXT[] DEFAULT ARRAY[]::TEXT[];
