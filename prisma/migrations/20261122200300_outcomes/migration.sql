-- 办案成效: measured by kind, confirmed by another person or by a check on the ground.
CREATE TABLE "outcome" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "case_id" UUID NOT NULL,
  "demand_id" UUID,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "amount" BIGINT CHECK ("amount" > 0),
  "measure" TEXT,
  "basis" TEXT,
  "note" TEXT,
  "achieved_on" DATE,
  "before_file_id" UUID,
  "file_ids" UUID[],
  "entered_by_id" UUID NOT NULL,
  "entered_unit_id" UUID NOT NULL,
  "confirmed_by_id" UUID,
  "confirmed_on" DATE,
  "confirmation" TEXT,
  "check_id" UUID,
  "status" TEXT NOT NULL CHECK ("status" IN ('entered', 'listed', 'confirmed', 'rejected')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "outcome_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "outcome_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  -- What is measured at once has a day; nobody confirms what he entered himself but by a check on the ground.
  CONSTRAINT "outcome_measured_check" CHECK (("amount" IS NULL) = ("achieved_on" IS NULL)),
  CONSTRAINT "outcome_four_eyes_check" CHECK ("confirmed_by_id" IS NULL OR "check_id" IS NOT NULL OR "amount" IS NULL OR "confirmed_by_id" <> "entered_by_id")
);
CREATE INDEX "outcome_case_id_status_idx" ON "outcome"("case_id", "status");
CREATE INDEX "outcome_kind_status_achieved_on_idx" ON "outcome"("kind", "status", "achieved_on");
CREATE TABLE "target_item" (
  "id" UUID NOT NULL,
  "outcome_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "count" INTEGER NOT NULL DEFAULT 1 CHECK ("count" > 0),
  "before_file_id" UUID,
  "after_file_id" UUID,
  "fixed_on" DATE,
  "reported_by_id" UUID,
  "struck_on" DATE,
  "struck_by_id" UUID,
  "finding" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'reported', 'struck')),
  CONSTRAINT "target_item_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "target_item_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "target_item_struck_check" CHECK (("status" = 'struck') = ("struck_on" IS NOT NULL) AND ("struck_by_id" IS NULL OR ("struck_by_id" <> "reported_by_id" AND "after_file_id" IS NOT NULL)))
);
CREATE UNIQUE INDEX "target_item_outcome_id_ordinal_key" ON "target_item"("outcome_id", "ordinal");
CREATE INDEX "target_item_outcome_id_struck_on_idx" ON "target_item"("outcome_id", "struck_on");
