-- 政治效果、法律效果、社会效果: written apart when a case is concluded, with what shows them.
ALTER TABLE "case_file" ADD COLUMN "political_effect" TEXT, ADD COLUMN "legal_effect" TEXT, ADD COLUMN "social_effect" TEXT,
  ADD COLUMN "effect_file_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
