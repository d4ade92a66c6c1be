-- What the papers of a letter say beyond the first draft of the tables.
ALTER TABLE "recommendation"
  ADD COLUMN "duty" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "reasons" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "evidence" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "contact_phone" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "address" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "attachments" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "draft_demands" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "similarity_reason" TEXT,
  ADD COLUMN "reviewer_id" UUID,
  ADD COLUMN "decider_id" UUID;

ALTER TABLE "service_receipt" ADD COLUMN "detail" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "reply"
  ADD COLUMN "adoption" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "contact_phone" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "scan_file_id" UUID;

ALTER TABLE "objection"
  ADD COLUMN "detail" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "proposal" JSONB;

CREATE TABLE "asked_again" (
  "id" UUID NOT NULL,
  "recommendation_id" UUID NOT NULL,
  "round" INTEGER NOT NULL,
  "asked_on" DATE NOT NULL,
  "demand_ids" UUID[],
  "reason" TEXT NOT NULL,
  "asked_by_id" UUID NOT NULL,
  CONSTRAINT "asked_again_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "asked_again_recommendation_id_round_key" ON "asked_again"("recommendation_id", "round");
ALTER TABLE "asked_again" ADD CONSTRAINT "asked_again_recommendation_id_fkey"
  FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
