-- Between a procuratorate and the one above it: 备案 received, requests, cases watched over.
CREATE TABLE "oversight_matter" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('filing', 'superiorRequest', 'supervision')),
  "about" TEXT NOT NULL CHECK ("about" IN ('letter', 'extension', 'designation', 'case')),
  "title" TEXT NOT NULL,
  "superior_id" UUID NOT NULL,
  "inferior_id" UUID NOT NULL,
  "case_id" UUID,
  "clue_id" UUID,
  "recommendation_id" UUID,
  "content" TEXT NOT NULL,
  "began_on" DATE NOT NULL,
  "begun_by_id" UUID NOT NULL,
  "wanted" TEXT CHECK ("wanted" IN ('consider', 'change', 'withdraw')),
  "answer" TEXT,
  "approver" TEXT,
  "answered_on" DATE,
  "designated_id" UUID,
  "report" TEXT,
  "reported_on" DATE,
  "status" TEXT NOT NULL CHECK (
    ("kind" = 'filing' AND "status" IN ('received', 'noted', 'advised', 'answered'))
    OR ("kind" = 'superiorRequest' AND "status" IN ('asked', 'granted', 'refused'))
    OR ("kind" = 'supervision' AND "status" IN ('ordered', 'reported', 'closed'))
  ),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "oversight_matter_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "oversight_matter_superior_id_status_began_on_idx" ON "oversight_matter"("superior_id", "status", "began_on");
CREATE INDEX "oversight_matter_inferior_id_status_began_on_idx" ON "oversight_matter"("inferior_id", "status", "began_on");
CREATE INDEX "oversight_matter_case_id_idx" ON "oversight_matter"("case_id");
CREATE INDEX "oversight_matter_recommendation_id_idx" ON "oversight_matter"("recommendation_id");
CREATE INDEX "oversight_matter_audience_idx" ON "oversight_matter" USING GIN ("audience");
-- One request of a kind at a time for a case or clue.
CREATE UNIQUE INDEX "oversight_matter_asked" ON "oversight_matter"("about", coalesce("case_id", "clue_id")) WHERE "kind" = 'superiorRequest' AND "status" = 'asked';
-- Who stands below is asked on every page of a superior's officer.
CREATE INDEX "unit_relation_superior_id_line_idx" ON "unit_relation"("superior_id", "line");
