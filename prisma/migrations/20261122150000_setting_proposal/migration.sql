-- A local setting waits here until a second administrator confirms it; only then does it become a row of "setting".
CREATE TABLE "setting_proposal" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "value" JSONB NOT NULL,
  "effective_on" DATE NOT NULL,
  "reason" TEXT NOT NULL,
  "proposed_by_id" UUID NOT NULL,
  "proposed_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_by_id" UUID,
  "decided_at" TIMESTAMPTZ(3),
  "decision_reason" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "setting_proposal_pkey" PRIMARY KEY ("id"),
  CONSTRAINT setting_proposal_status CHECK (status IN ('proposed', 'inForce', 'refused', 'withdrawn')),
  CONSTRAINT setting_proposal_decided CHECK ((status = 'proposed') = (decided_at IS NULL)),
  CONSTRAINT setting_proposal_two_people CHECK (
    CASE status WHEN 'proposed' THEN decided_by_id IS NULL WHEN 'withdrawn' THEN decided_by_id = proposed_by_id
      ELSE decided_by_id IS NOT NULL AND decided_by_id <> proposed_by_id END)
);
CREATE INDEX "setting_proposal_key_region_code_idx" ON "setting_proposal"("key", "region_code");
CREATE UNIQUE INDEX setting_proposal_one_open ON setting_proposal (region_code, key) WHERE status = 'proposed';
