-- What the answer to an objection changed in a letter already served; the letter itself stays as it was signed.
CREATE TABLE "letter_revision" (
  "id" UUID NOT NULL,
  "recommendation_id" UUID NOT NULL,
  "objection_id" UUID NOT NULL,
  "demand_id" UUID,
  "revised_on" DATE NOT NULL,
  "before" JSONB NOT NULL,
  "after" JSONB NOT NULL,
  CONSTRAINT "letter_revision_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "letter_revision_recommendation_id_idx" ON "letter_revision"("recommendation_id");
ALTER TABLE "letter_revision" ADD CONSTRAINT "letter_revision_recommendation_id_fkey"
  FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
